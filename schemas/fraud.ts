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

/** A case opens when the scores of its rules reach this together. */
export const CASE_SCORE = 50;
export const SCORE_MAX = 100;
/** After so many days an open case stands at the top of the queue; it is never released by time. */
export const ESCALATES_AFTER_DAYS = 30;

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

const party = z.object({ id: z.string(), name: z.string() });
const localized = z.object({ fr: z.string(), en: z.string().nullable(), ar: z.string().nullable() });

export const fraudCase = z
  .object({
    id: z.string(),
    state: z.enum(FRAUD_STATES),
    score: z.int(),
    influencer: party,
    /** Null where the case is about an account, not about one merchant's orders. */
    merchant: party.nullable(),
    linkId: z.string().nullable(),
    conversionId: z.string().nullable(),
    commissionId: z.string().nullable(),
    product: localized.nullable(),
    /** The order in question, where there is one. */
    orderedAt: z.string().nullable(),
    amountMinor: z.int().nullable(),
    currency: z.string().nullable(),
    /** Centimes held by the case: of its order, or of all the commissions it names. */
    heldMinor: z.int(),
    /** How many commissions the case names. */
    commissions: z.int(),
    /** For admins all; for the influencer and merchant without the evidence's numbers of others. */
    hits: z.array(fraudHit),
    appeal: z.object({ message: z.string(), at: z.string() }).nullable(),
    /** Whether the influencer may say something now: once while it is open, once against a rejection. */
    mayAppeal: z.boolean(),
    decision: z.object({ decision: z.enum(["cleared", "rejected"]), reason: z.string(), at: z.string() }).nullable(),
    openedAt: z.string(),
    /** When an appeal against a rejection opened it again, for a second person. */
    reopenedAt: z.string().nullable(),
    /** Open for more than 30 days: it stands at the top of the queue, and is never released by time. */
    escalated: z.boolean(),
  })
  .meta({ id: "FraudCase" });
export type FraudCase = z.infer<typeof fraudCase>;

/** What a number of the link or influencer is about; `usual` is the link's own past, or the programme's. */
export const FRAUD_MEASURES = [
  "orders_in_window",
  "clicks_in_busiest_hour",
  "coupon_orders_per_100_clicks",
  "hosting_clicks_percent",
  "returned_percent",
  "unusable_phones_percent",
] as const;
export type FraudMeasure = (typeof FRAUD_MEASURES)[number];

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
    /** Numbers of the link or influencer beside the usual ones. */
    comparison: z.array(
      z.object({ measure: z.enum(FRAUD_MEASURES), here: z.number().nullable(), usual: z.number().nullable() }),
    ),
    /** What happened to the case, oldest first; `by` is the name of whoever decided. */
    timeline: z.array(
      z.object({
        kind: z.enum(["opened", "noticed", "explained", "appealed", "cleared", "rejected"]),
        at: z.string(),
        rule: z.enum(FRAUD_RULES).nullable(),
        by: z.string().nullable(),
        message: z.string().nullable(),
      }),
    ),
    /** Other cases of the same influencer, newest first. */
    others: z.array(z.object({ id: z.string(), state: z.enum(FRAUD_STATES), score: z.int(), openedAt: z.string() })),
    /** Whether the reader may decide: with the scope, and not the one who rejected it before. */
    mayDecide: z.boolean(),
  })
  .meta({ id: "FraudCaseDetail" });
export type FraudCaseDetail = z.infer<typeof fraudCaseDetail>;

export const FRAUD_SORTS = ["oldest", "score"] as const;

export const fraudQuery = pageQuery
  .extend({
    state: z.enum(FRAUD_STATES).default("open"),
    influencerId: z.string().max(64).optional(),
    sort: z.enum(FRAUD_SORTS).default("oldest").describe("`oldest` has what is escalated on top"),
  })
  .meta({ id: "FraudQuery" });
export type FraudQuery = z.infer<typeof fraudQuery>;

export const ownFraudQuery = pageQuery.extend({ state: z.enum(FRAUD_STATES).optional() }).meta({ id: "OwnFraudQuery" });
export type OwnFraudQuery = z.infer<typeof ownFraudQuery>;

export const decideFraud = z
  .object({ decision: z.enum(["cleared", "rejected"]), reason: z.string().trim().min(3).max(500) })
  .meta({ id: "DecideFraud" });
export type DecideFraud = z.infer<typeof decideFraud>;

export const appealFraud = z.object({ message: z.string().trim().min(10).max(2000) }).meta({ id: "AppealFraud" });
export type AppealFraud = z.infer<typeof appealFraud>;

const score = z.int().min(0).max(SCORE_MAX);
const threshold = z.int().min(0).max(1_000_000);
const minimum = z.int().min(0).max(1_000_000);
const windowHours = z.int().min(0).max(8760);

/** A rule's settings, as data: an admin may change its numbers, or switch it off. */
export const fraudRule = z
  .object({
    rule: z.enum(FRAUD_RULES),
    enabled: z.boolean(),
    score,
    /** What the rule counts before it hits; its unit is the rule's own. */
    threshold,
    /** How much there must be before the rule judges at all. */
    minimum,
    /** How far it looks back; 0 where it looks at one order or account. */
    windowHours,
  })
  .meta({ id: "FraudRule" });
export type FraudRuleSetting = z.infer<typeof fraudRule>;
export const fraudRuleList = z.object({ data: z.array(fraudRule) }).meta({ id: "FraudRuleList" });
export const updateFraudRule = z
  .object({
    enabled: z.boolean().optional(),
    score: score.optional(),
    threshold: threshold.optional(),
    minimum: minimum.optional(),
    windowHours: windowHours.optional(),
    reason: z.string().trim().min(3).max(500),
  })
  .meta({ id: "UpdateFraudRule" });
export type UpdateFraudRule = z.infer<typeof updateFraudRule>;
