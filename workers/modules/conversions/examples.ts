import type * as z from "zod";
import type {
  Conversion,
  ConversionWithOutcome,
  recordOrderEvent,
  reportConversion,
} from "../../../schemas/conversions.ts";

/** What the API documentation shows; tests parse each example with the schema of its operation. */
export const reportConversionExample: z.input<typeof reportConversion> = {
  orderId: "1001",
  clickToken: "AQAAAAAqAGkk3kC7Qm9y8n2LwZ0vT5pXe1dS",
  couponCode: "SARA10",
  amountMinor: 45_000,
  currency: "MAD",
  payment: "cod",
  status: "placed",
  occurredAt: "2026-11-23T09:00:00Z",
  items: [{ sku: "DJ-42", productId: "prd_01kaqh7x2tf3v8zc0m5n6p7q8r", quantity: 1, amountMinor: 45_000 }],
  customer: { phone: "0612345678", email: "customer@example.ma", city: "Casablanca" },
  metadata: { channel: "web" },
};

export const conversionExample: Conversion = {
  id: "cnv_01kaqhb0c9f2t8x4k6m7n8p9qa",
  orderId: "1001",
  status: "placed",
  payment: "cod",
  amountMinor: 45_000,
  currency: "MAD",
  refundedMinor: 0,
  collectedAt: null,
  occurredAt: "2026-11-23T09:00:00.000Z",
  source: "api",
  city: "Casablanca",
  courier: null,
  trackingNumber: null,
  outcomeOverdue: false,
  hasContact: true,
  attribution: {
    by: "coupon",
    reason: "coupon_valid",
    linkId: "lnk_01kaqh9a1bf3v8zc0m5n6p7q8r",
    influencerId: "usr_01kaqh2m4nf3v8zc0m5n6p7q8r",
    productId: "prd_01kaqh7x2tf3v8zc0m5n6p7q8r",
    clickedAt: null,
    rule: { type: "rate", rateBps: 1500, amountMinor: null, source: "product" },
    lost: [{ by: "click", reason: "weaker_touch", linkId: "lnk_01kaqh9a1bf3v8zc0m5n6p7q8r" }],
  },
  commission: {
    id: "com_01kaqhb0d3f2t8x4k6m7n8p9qb",
    state: "forecast",
    amountMinor: 6750,
    reversedMinor: 0,
    rateBps: 1500,
    holdUntil: null,
    barredReason: null,
  },
  commissionBlocked: null,
  platformFeeMinor: 4500,
  metadata: { channel: "web" },
  createdAt: "2026-11-23T09:00:02.318Z",
};

export const recordOrderEventExample: z.input<typeof recordOrderEvent> = {
  eventId: "evt-77",
  status: "collected",
  occurredAt: "2026-11-27T16:20:00Z",
};

const placed = {
  id: "evt_01kaqhb0c9f2t8x4k6m7n8p9qc",
  note: null,
  undoes: null,
  undone: false,
  eventId: "reported",
  source: "order",
  status: "placed",
  refund: null,
  occurredAt: "2026-11-23T09:00:00.000Z",
  receivedAt: "2026-11-23T09:00:02.318Z",
} as const;
const collected = {
  id: "evt_01kaqv1p52f2t8x4k6m7n8p9qd",
  note: null,
  undoes: null,
  undone: false,
  eventId: "evt-77",
  source: "api",
  status: "collected",
  refund: null,
  occurredAt: "2026-11-27T16:20:00.000Z",
  receivedAt: "2026-11-27T16:25:41.007Z",
} as const;

export const collectedConversionExample: ConversionWithOutcome = {
  ...conversionExample,
  status: "collected",
  collectedAt: "2026-11-27T16:20:00.000Z",
  commission: {
    id: "com_01kaqhb0d3f2t8x4k6m7n8p9qb",
    state: "earned",
    amountMinor: 6750,
    reversedMinor: 0,
    rateBps: 1500,
    holdUntil: "2026-12-04T16:20:00.000Z",
    barredReason: null,
  },
  events: [placed, collected],
  outcome: "applied",
};
