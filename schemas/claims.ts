import * as z from "zod";
import { amountMinor } from "./money.ts";
import { pageQuery } from "./page.ts";

/** `missing_sale`: an influencer misses an order. `return`: a merchant takes back one whose hold has passed. */
export const CLAIM_KINDS = ["missing_sale", "return"] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** `open` waits for the other side, `contested` for an admin; all others are ends. */
export const CLAIM_STATES = ["open", "contested", "accepted", "rejected", "withdrawn"] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];
export const ANSWER_DAYS = 10;
/** How long after its order a missing sale may be claimed. */
export const CLAIM_WITHIN_DAYS = 90;
/** Of each party. */
export const EVIDENCE_MAX = 3;
export const EVIDENCE_MAX_BYTES = 5 * 1024 * 1024;
export const EVIDENCE_TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif", "application/pdf"] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

const words = z.string().trim().min(10).max(2000);

/** An influencer names the order as the customer knows it; a merchant the order and what comes back. */
export const createClaim = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("missing_sale"),
      linkId: z.string().max(64),
      orderRef: z.string().trim().min(1).max(128).describe("The order's number, as the customer was told it"),
      orderedAt: z.iso.datetime({ offset: true }),
      amountMinor: amountMinor.nullish().describe("What the customer paid, if it is known"),
      message: words,
    }),
    z.object({
      kind: z.literal("return"),
      orderId: z.string().max(128),
      refundMinor: amountMinor.nullish().describe("Only a part came back; left out, the whole order"),
      message: words,
    }),
  ])
  .meta({ id: "CreateClaim" });
export type CreateClaim = z.infer<typeof createClaim>;

/** The other side agrees, or says why not. A missing sale is agreed to by naming the order it is. */
export const answerClaim = z
  .object({
    answer: z.enum(["accept", "contest"]),
    orderId: z.string().max(128).optional().describe("The order, when a merchant accepts a missing sale"),
    message: z.string().trim().max(2000).default(""),
  })
  .refine(({ answer, message }) => answer === "accept" || message.length >= 10, {
    path: ["message"],
    params: { code: "value.missing" },
  })
  .meta({ id: "AnswerClaim" });
export type AnswerClaim = z.infer<typeof answerClaim>;

export const decideClaim = z
  .object({
    decision: z.enum(["accept", "reject"]),
    orderId: z.string().max(128).optional().describe("The merchant's order id, when a missing sale is accepted"),
    reason: z.string().trim().min(3).max(500),
  })
  .meta({ id: "DecideClaim" });
export type DecideClaim = z.infer<typeof decideClaim>;

export const claimEvidence = z
  .object({
    id: z.string(),
    by: z.enum(["merchant", "influencer"]),
    type: z.enum(EVIDENCE_TYPES),
    url: z.string().describe("Where the two parties and staff can read it"),
    bytes: z.int(),
  })
  .meta({ id: "ClaimEvidence" });
export type ClaimEvidence = z.infer<typeof claimEvidence>;

export const claim = z
  .object({
    id: z.string(),
    kind: z.enum(CLAIM_KINDS),
    state: z.enum(CLAIM_STATES),
    merchant: z.object({ id: z.string(), name: z.string() }),
    influencer: z.object({ id: z.string(), name: z.string() }),
    linkId: z.string().nullable(),
    conversionId: z.string().nullable(),
    /** For the merchant and admins: the shop's own number. */
    orderId: z.string().nullable(),
    orderRef: z.string().nullable(),
    orderedAt: z.string().nullable(),
    amountMinor: z.int().nullable().describe("Missing sale: what was paid. Return: the part that comes back, or all"),
    /** Of the amount: the order's own, or dirhams while the order is not known. */
    currency: z.string(),
    message: z.string(),
    evidence: z.array(claimEvidence),
    answer: z.object({ answer: z.enum(["accept", "contest"]), message: z.string(), at: z.string() }).nullable(),
    /** Until when the other side may answer; without an answer it goes to an admin, a return is accepted. */
    answerBy: z.string(),
    decision: z
      .object({
        decision: z.enum(["accept", "reject"]),
        by: z.enum(["party", "admin", "time"]),
        reason: z.string(),
        at: z.string(),
      })
      .nullable(),
    /** Whether the reader is the one to act now. */
    isYourTurn: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: "Claim" });
export type Claim = z.infer<typeof claim>;

export const claimQuery = pageQuery
  .extend({ state: z.enum(CLAIM_STATES).optional(), kind: z.enum(CLAIM_KINDS).optional() })
  .meta({ id: "ClaimQuery" });
export type ClaimQuery = z.infer<typeof claimQuery>;
