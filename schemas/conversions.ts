import * as z from "zod";
import { amountMinor, currency } from "./money.ts";
import { COMMISSION_STATES } from "./payments.ts";

export const ORDER_STATUSES = [
  "placed",
  "confirmed",
  "shipped",
  "delivered",
  "collected",
  "cancelled",
  "refused",
  "returned",
  "lost",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];
export const PAYMENTS = ["cod", "prepaid"] as const;
export type Payment = (typeof PAYMENTS)[number];

/** Why an order is attributed as it is, or what each losing touch lost by. */
export const ATTRIBUTION_REASONS = [
  "coupon_valid",
  "click_valid",
  "no_touch",
  "token_malformed",
  "token_unknown_key",
  "token_forged",
  "token_foreign",
  "token_expired",
  "token_after_order",
  "coupon_unknown",
  "coupon_ended",
  "link_paused",
  "link_ended",
  "product_ended",
  "request_not_approved",
  "influencer_suspended",
  "weaker_touch",
  "contested_touch",
  "claim_accepted",
] as const;
export type AttributionReason = (typeof ATTRIBUTION_REASONS)[number];

// 1 to 128 printable characters that survive a URL path; what looks like our own id would be ambiguous there.
const printable = z.string().regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,128}$/u, { abort: true });
export const orderId = printable
  .refine((text) => text.trim() !== "" && text !== "." && text !== "..", { params: { code: "order_id.unusable" } })
  .refine((text) => !/^cnv_[0-9a-z]{26}$/.test(text), { params: { code: "order_id.reserved" } });
export const instant = z.iso.datetime({ offset: true });
const metadata = z
  .record(z.string().min(1).max(64), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .refine((value) => Object.keys(value).length <= 20, { params: { code: "metadata.too_many_keys" } })
  .refine((value) => JSON.stringify(value).length <= 4096, { params: { code: "metadata.too_large" } });

export const reportConversion = z
  .object({
    orderId: orderId.describe("The shop's own order id, unique among its orders"),
    clickToken: z.string().max(200).nullish().describe("What the click brought as `sys_click`"),
    couponCode: z.string().max(64).nullish().describe("Whatever its case; a code wins over a click"),
    amountMinor: amountMinor.describe("The amount that commissions count on, in the currency's minor unit"),
    currency,
    payment: z.enum(PAYMENTS).describe("`cod`: cash on delivery, earned when it is collected"),
    status: z.enum(ORDER_STATUSES).default("placed"),
    occurredAt: instant.optional().describe("When it was ordered; now unless told, and never in the future"),
    items: z
      .array(
        z.object({
          sku: z.string().max(100).optional(),
          productId: z.string().max(64).optional(),
          quantity: z.int().min(1).max(100_000),
          amountMinor: z.int().min(0).max(1_000_000_000_000),
        }),
      )
      .max(200)
      .optional(),
    customer: z
      .object({
        phone: z.string().max(40).nullish(),
        email: z.string().max(254).nullish(),
        city: z.string().max(80).nullish(),
      })
      .optional(),
    metadata: metadata.optional().describe("Your own, flat: at most 20 keys and 4 KB"),
  })
  .meta({ id: "ReportConversion" });
export type ReportConversion = z.infer<typeof reportConversion>;

export const recordOrderEvent = z
  .object({
    eventId: printable.describe("Your own id of the event: told twice, it counts once"),
    status: z
      .enum([...ORDER_STATUSES, "refunded"])
      .optional()
      .describe("`refunded` gives back the rest"),
    occurredAt: instant.optional(),
    refund: z.object({ id: printable, amountMinor }).optional(),
    refundMinor: amountMinor.optional().describe("A refund whose id is the event's"),
    note: z.string().trim().min(1).max(300).optional().describe("A remark for the order's timeline"),
    courier: z.string().trim().min(1).max(60).optional().describe("Who carries the parcel"),
    trackingNumber: printable.optional().describe("The courier's own number of the parcel"),
    undoes: z
      .string()
      .max(64)
      .optional()
      .describe("`id` of the event to undo: on the order desk only, within 24 hours"),
  })
  .refine((event) => event.status || event.refund || event.refundMinor || event.note || event.undoes, {
    path: ["status"],
    params: { code: "event.says_nothing" },
  })
  .refine((event) => !(event.refund && event.refundMinor), {
    path: ["refundMinor"],
    params: { code: "event.refund_twice" },
  })
  .refine((event) => !(event.undoes && (event.status || event.refund || event.refundMinor)), {
    path: ["undoes"],
    params: { code: "event.undo_alone" },
  })
  .meta({ id: "RecordOrderEvent" });
export type RecordOrderEvent = z.infer<typeof recordOrderEvent>;

/** Who told an event: the first report, a key, the desk, a file, the postback, a claim, or `platform:connector id`. */
export const EVENT_SOURCES = [
  "order",
  "api",
  "desk",
  "import",
  "postback",
  "claim",
  "shopify",
  "woocommerce",
  "youcan",
  "courier",
] as const;

export const conversionEvent = z
  .object({
    id: z.string(),
    eventId: z.string(),
    source: z.string(),
    status: z.enum(ORDER_STATUSES).nullable(),
    refund: z.object({ id: z.string(), amountMinor: z.int().nullable() }).nullable(),
    note: z.string().nullable(),
    /** The event this one undoes. */
    undoes: z.string().nullable(),
    /** An undone event counts for nothing. */
    undone: z.boolean(),
    occurredAt: z.string(),
    receivedAt: z.string(),
  })
  .meta({ id: "ConversionEvent" });

export const conversion = z
  .object({
    id: z.string(),
    orderId: z.string().optional(),
    status: z.enum(ORDER_STATUSES),
    payment: z.enum(PAYMENTS),
    amountMinor: z.int(),
    currency: z.string(),
    refundedMinor: z.int(),
    collectedAt: z.string().nullable(),
    occurredAt: z.string(),
    /** How the order came: a source of events, `api` for the API. */
    source: z.string(),
    city: z.string().nullable(),
    courier: z.string().nullable(),
    trackingNumber: z.string().nullable(),
    /** No final event after 45 days (money.md 1). */
    outcomeOverdue: z.boolean(),
    /** Whether the customer's phone can still be read by the merchant. */
    hasContact: z.boolean().optional(),
    attribution: z.object({
      by: z.enum(["click", "coupon", "none"]),
      reason: z.enum(ATTRIBUTION_REASONS),
      linkId: z.string().nullable(),
      influencerId: z.string().nullable(),
      productId: z.string().nullable(),
      clickedAt: z.string().nullable(),
      /** The terms frozen with the order, and where they came from. */
      rule: z
        .object({
          type: z.enum(["rate", "flat"]),
          rateBps: z.int().nullable(),
          amountMinor: z.int().nullable(),
          source: z.enum(["coupon", "request", "product"]),
        })
        .nullable(),
      lost: z.array(
        z.object({
          by: z.enum(["click", "coupon"]),
          reason: z.enum(ATTRIBUTION_REASONS),
          linkId: z.string().nullable(),
        }),
      ),
    }),
    /** What is meant by the ids of the attribution, in the reader's language; only where orders are read. */
    names: z
      .object({ product: z.string().nullable(), influencer: z.string().nullable(), link: z.string().nullable() })
      .optional(),
    commission: z
      .object({
        id: z.string(),
        state: z.enum(COMMISSION_STATES),
        amountMinor: z.int(),
        reversedMinor: z.int(),
        rateBps: z.int().nullable(),
        holdUntil: z.string().nullable(),
        /** Why it earns nothing, whatever becomes of the order. */
        barredReason: z.enum(["fraud", "contested_touch"]).nullable(),
      })
      .nullable(),
    commissionBlocked: z.enum(["currency"]).nullable(),
    platformFeeMinor: z.int(),
    metadata: z.record(z.string(), z.unknown()).optional(),
    createdAt: z.string(),
    events: z.array(conversionEvent).optional(),
  })
  .meta({ id: "Conversion" });
export type Conversion = z.infer<typeof conversion>;

export const EVENT_OUTCOMES = ["applied", "already_applied", "recorded_late"] as const;
export const conversionWithOutcome = conversion
  .extend({ outcome: z.enum(EVENT_OUTCOMES) })
  .meta({ id: "ConversionWithOutcome" });
export type ConversionWithOutcome = z.infer<typeof conversionWithOutcome>;
