import type * as z from "zod";
import type {
  appealFraud,
  decideFraud,
  FraudCase,
  FraudCaseDetail,
  FraudRuleSetting,
  updateFraudRule,
} from "../../../schemas/fraud.ts";

/** What the API documentation shows; tests parse each example with the schema of its operation. */
export const fraudCaseExample: FraudCase = {
  id: "frd_01kaqhc0d3f2t8x4k6m7n8p9qb",
  state: "open",
  score: 60,
  influencer: { id: "usr_01kaqh2m4nf3v8zc0m5n6p7q8r", name: "Salma Idrissi" },
  merchant: { id: "usr_01kaqh1k3mf3v8zc0m5n6p7q8r", name: "Atlas Mode" },
  linkId: "lnk_01kaqh9a1bf3v8zc0m5n6p7q8r",
  conversionId: "cnv_01kaqhb0c9f2t8x4k6m7n8p9qa",
  commissionId: "com_01kaqhb0d3f2t8x4k6m7n8p9qb",
  product: { fr: "Djellaba brodée main", en: null, ar: "جلابة مطرزة باليد" },
  orderedAt: "2026-11-23T09:00:00.000Z",
  amountMinor: 45_000,
  currency: "MAD",
  heldMinor: 6750,
  commissions: 1,
  hits: [
    {
      rule: "order_too_fast",
      score: 60,
      evidence: { seconds: 1.2, least: 3 },
      at: "2026-11-23T09:00:02.400Z",
    },
  ],
  appeal: null,
  mayAppeal: true,
  decision: null,
  openedAt: "2026-11-23T09:00:02.400Z",
  reopenedAt: null,
  escalated: false,
};

export const fraudCaseDetailExample: FraudCaseDetail = {
  ...fraudCaseExample,
  mayAppeal: false,
  order: {
    status: "placed",
    payment: "cod",
    amountMinor: 45_000,
    currency: "MAD",
    city: "casablanca",
    attributedBy: "click",
    clickedAt: "2026-11-23T08:59:58.800Z",
    orderedAt: "2026-11-23T09:00:00.000Z",
  },
  comparison: [
    { measure: "orders_in_window", here: 4, usual: 1.3 },
    { measure: "returned_percent", here: 18.2, usual: 21 },
  ],
  timeline: [
    { kind: "opened", at: "2026-11-23T09:00:02.400Z", rule: null, by: null, message: null },
    { kind: "noticed", at: "2026-11-23T09:00:02.400Z", rule: "order_too_fast", by: null, message: null },
  ],
  others: [{ id: "frd_01kaqgz0d3f2t8x4k6m7n8p9qb", state: "cleared", score: 50, openedAt: "2026-10-02T15:12:00.000Z" }],
  mayDecide: true,
};

export const decideFraudExample: z.input<typeof decideFraud> = {
  decision: "cleared",
  reason: "Le marchand confirme au téléphone : la cliente avait déjà rempli le formulaire.",
};

export const appealFraudExample: z.input<typeof appealFraud> = {
  message: "La cliente a commandé en direct pendant mon live, la page était déjà ouverte sur son téléphone.",
};

export const fraudRuleExample: FraudRuleSetting = {
  rule: "order_burst",
  enabled: true,
  score: 50,
  threshold: 5,
  minimum: 20,
  windowHours: 24,
};

export const updateFraudRuleExample: z.input<typeof updateFraudRule> = {
  threshold: 8,
  reason: "Trop de dossiers pendant les soldes.",
};
