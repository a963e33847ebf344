import type * as z from "zod";
import type {
  AffiliationRequest,
  ApprovalRule,
  approveRequest,
  createRequest,
  rejectRequest,
} from "../../../../schemas/requests.ts";
import { influencerCardExample } from "../influencers/examples.ts";

/** What the API documentation shows; tests parse each example with the schema of its operation. */
export const createRequestExample: z.input<typeof createRequest> = {
  productId: "prd_01kaqh7x2tf3v8zc0m5n6p7q8r",
  message: "Ma communauté à Fès aime les djellabas : deux stories par semaine.",
  socialAccountId: "soc_01kaqh6b3df3v8zc0m5n6p7q8r",
};

export const approveRequestExample: z.input<typeof approveRequest> = { rateBps: 1800 };

export const rejectRequestExample: z.input<typeof rejectRequest> = {
  reason: "Nous cherchons des comptes de cuisine pour ce produit.",
};

const [socialAccount = null] = influencerCardExample.accounts;

/** As the influencer sees it. */
export const requestExample: AffiliationRequest = {
  id: "req_01kaqh8b3df3v8zc0m5n6p7q8r",
  productId: "prd_01kaqh7x2tf3v8zc0m5n6p7q8r",
  influencerId: influencerCardExample.id,
  message: "Ma communauté à Fès aime les djellabas : deux stories par semaine.",
  state: "pending",
  reason: null,
  rateBps: null,
  createdAt: "2026-11-18T09:30:00.000Z",
  expiresAt: "2026-11-25T09:30:00.000Z",
  decidedAt: null,
  decidedBy: null,
  product: {
    title: { fr: "Djellaba brodée main", en: null, ar: "جلابة مطرزة باليد" },
    merchantName: "Atlas Mode",
    imageUrl: null,
    state: "active",
  },
  influencer: null,
  socialAccount,
};

/** As the merchant sees it, once approved. */
export const approvedRequestExample: AffiliationRequest = {
  ...requestExample,
  state: "approved",
  rateBps: 1800,
  decidedAt: "2026-11-18T14:05:00.000Z",
  decidedBy: "merchant",
  influencer: influencerCardExample,
};

export const approvalRuleExample: ApprovalRule = { enabled: true, requireKyc: true, minFollowers: 5000 };
