import * as z from "zod";
import { rateBps } from "./money.ts";
import { pageQuery } from "./page.ts";

export const REQUEST_STATES = ["pending", "approved", "rejected", "cancelled", "expired"] as const;

export const createRequest = z
  .object({
    productId: z.string().max(64),
    message: z.string().trim().max(1000).default(""),
    socialAccountId: z.string().max(64).nullish(),
  })
  .meta({ id: "CreateRequest" });
export type CreateRequest = z.infer<typeof createRequest>;

export const approveRequest = z
  .object({ rateBps: rateBps.nullish().describe("Another rate than the product's") })
  .meta({ id: "ApproveRequest" });
export type ApproveRequest = z.infer<typeof approveRequest>;

export const rejectRequest = z.object({ reason: z.string().trim().min(3).max(500) }).meta({ id: "RejectRequest" });
export type RejectRequest = z.infer<typeof rejectRequest>;

export const requestQuery = pageQuery
  .extend({ state: z.enum(REQUEST_STATES).optional(), productId: z.string().max(64).optional() })
  .meta({ id: "RequestQuery" });
export type RequestQuery = z.infer<typeof requestQuery>;

const socialNumbers = z.object({
  id: z.string(),
  provider: z.enum(["instagram", "tiktok", "facebook"]),
  username: z.string(),
  followers: z.int(),
  engagementBps: z.int(),
});

/** An influencer as merchants see one: verified followers and what the orders of the last 180 days became. */
export const influencerCard = z
  .object({
    id: z.string(),
    displayName: z.string(),
    handle: z.string().nullable(),
    kycApproved: z.boolean(),
    followers: z.int(),
    accounts: z.array(socialNumbers),
    conversions: z.int(),
    /** Of the orders that were on their way and ended; null where none has. */
    deliveryRateBps: z.int().nullable(),
    /** Of this merchant's own orders. */
    conversionsWithYou: z.int(),
    blocked: z.boolean(),
    memberSince: z.string(),
  })
  .meta({ id: "InfluencerCard" });
export type InfluencerCard = z.infer<typeof influencerCard>;

export const affiliationRequest = z
  .object({
    id: z.string(),
    productId: z.string(),
    influencerId: z.string(),
    message: z.string(),
    state: z.enum(REQUEST_STATES),
    reason: z.string().nullable(),
    rateBps: z.int().nullable(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    decidedAt: z.string().nullable(),
    decidedBy: z.enum(["merchant", "rule", "influencer", "time"]).nullable(),
    product: z.object({
      title: z.object({ fr: z.string(), en: z.string().nullable(), ar: z.string().nullable() }),
      merchantName: z.string(),
      imageUrl: z.string().nullable(),
      state: z.enum(["active", "paused", "archived"]),
    }),
    /** For the merchant only. */
    influencer: influencerCard.nullable(),
    socialAccount: socialNumbers.nullable(),
  })
  .meta({ id: "AffiliationRequest" });
export type AffiliationRequest = z.infer<typeof affiliationRequest>;

export const influencerQuery = pageQuery
  .extend({
    q: z.string().trim().max(80).optional(),
    provider: z.enum(["instagram", "tiktok", "facebook"]).optional(),
    minFollowers: z.coerce.number().int().min(0).optional(),
  })
  .meta({ id: "InfluencerQuery" });
export type InfluencerQuery = z.infer<typeof influencerQuery>;

export const blockInfluencer = z
  .object({ blocked: z.boolean().default(true), reason: z.string().trim().max(500).default("") })
  .meta({ id: "BlockInfluencer" });
export type BlockInfluencer = z.infer<typeof blockInfluencer>;

/** Which requests the merchant lets through without looking; off by default. */
export const approvalRule = z
  .object({
    enabled: z.boolean(),
    requireKyc: z.boolean(),
    minFollowers: z.int().min(0).max(1_000_000_000),
  })
  .meta({ id: "ApprovalRule" });
export type ApprovalRule = z.infer<typeof approvalRule>;
