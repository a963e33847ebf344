import * as z from "zod";
import { pageQuery } from "./page.ts";

/** The rules, each a kind of hit with its own score and reason. */
export const FRAUD_RULES = [
  "self_purchase",
  "phone_with_many_codes",
  "order_too_fast",
  "click_burst",
  "order_burst",
  "returns_above_programme",
  "fake_phones",
  "coupon_leaked",
  "data_centre_clicks",
  "duplicate_account",
  "contested_touch",
] as const;
export type FraudRule = (typeof FRAUD_RULES)[number];

/** `cleared` and `rejected` are decisions of a person; no state ends by itself. */
export const FRAUD_STATES = ["open", "cleared", "rejected"] as const;
export type FraudState = (typeof FRAUD_STATES)[number];

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** What was seen beside what is usual: never a phone, an e-mail or a network address. */
const evidence = z.record(z.string(), value);
export type FraudEvidence = z.infer<typeof evidence>;

export const fraudHit = z
  .object({
    rule: z.enum(FRAUD_RULES),
    score: z.int(),
    evidence,
    at: z.string(),
  })
  .meta({ id: "FraudHit" });
export type FraudHit = z.infer<typeof fraudHit>;

const appeal = z.object({ message: z.string(), at: z.string() });

export const fraudCase = z
  .object({
    id: z.string(),
    state: z.enum(FRAUD_STATES),
    score: z.int(),
    influencer: z.object({ id: z.string(), name: z.string() }),
    merchant: z.object({ id: z.string(), name: z.string() }),
    linkId: z.string().nullable(),
    conversionId: z.string().nullable(),
    commissionId: z.string().nullable(),
    /** Centimes held by the case: of its order, or of all the commissions it names. */
    heldMinor: z.int(),
    /** For admins all; for the influencer and merchant without the evidence's numbers of others. */
    hits: z.array(fraudHit),
    appeal: appeal.nullable(),
    decision: z.object({ decision: z.enum(["cleared", "rejected"]), reason: z.string(), at: z.string() }).nullable(),
    openedAt: z.string(),
    /** Open for more than 30 days: it stands at the top of the queue, and is never released by time. */
    escalated: z.boolean(),
  })
  .meta({ id: "FraudCase" });
export type FraudCase = z.infer<typeof fraudCase>;

/** One case with what it is judged by, side by side. */
export const fraudCaseDetail = fraudCase
  .extend({
    order: z
      .object({
        status: z.string(),
        payment: z.string(),
        amountMinor: z.int(),
        currency: z.string(),
        city: z.string().nullable(),
        attributedBy: z.string(),
        clickedAt: z.string().nullable(),
        orderedAt: z.string(),
      })
      .nullable(),
    /** Numbers of the link or influencer beside the programme's usual ones. */
    comparison: z.array(z.object({ measure: z.string(), here: z.number().nullable(), usual: z.number().nullable() })),
    /** Other cases of the same influencer, newest first. */
    others: z.array(z.object({ id: z.string(), state: z.enum(FRAUD_STATES), score: z.int(), openedAt: z.string() })),
  })
  .meta({ id: "FraudCaseDetail" });
export type FraudCaseDetail = z.infer<typeof fraudCaseDetail>;

export const fraudQuery = pageQuery
  .extend({ state: z.enum(FRAUD_STATES).optional(), influencerId: z.string().max(64).optional() })
  .meta({ id: "FraudQuery" });
export type FraudQuery = z.infer<typeof fraudQuery>;

export const decideFraud = z
  .object({ decision: z.enum(["cleared", "rejected"]), reason: z.string().trim().min(3).max(500) })
  .meta({ id: "DecideFraud" });
export type DecideFraud = z.infer<typeof decideFraud>;

export const appealFraud = z.object({ message: z.string().trim().min(10).max(2000) }).meta({ id: "AppealFraud" });
export type AppealFraud = z.infer<typeof appealFraud>;

/** A rule's settings, as data: an admin may change score and threshold, or switch it off. */
export const fraudRule = z
  .object({
    rule: z.enum(FRAUD_RULES),
    enabled: z.boolean(),
    score: z.int().min(0).max(100),
    /** What the rule counts before it hits; its unit is the rule's own. */
    threshold: z.int().min(0).max(1_000_000),
  })
  .meta({ id: "FraudRule" });
export type FraudRuleSetting = z.infer<typeof fraudRule>;
export const fraudRuleList = z.object({ data: z.array(fraudRule) }).meta({ id: "FraudRuleList" });
export const updateFraudRule = z
  .object({
    enabled: z.boolean().optional(),
    score: z.int().min(0).max(100).optional(),
    threshold: z.int().min(0).max(1_000_000).optional(),
    reason: z.string().trim().min(3).max(500),
  })
  .meta({ id: "UpdateFraudRule" });
export type UpdateFraudRule = z.infer<typeof updateFraudRule>;
