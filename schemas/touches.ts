import * as z from "zod";
import { DELIVERY_OUTCOMES } from "./connectors.ts";
import { orderId, PAYMENTS } from "./conversions.ts";

/** What a shop's page reports with a publishable key: a touch, never a commission or a status (money.md 2). */
export const browserOrder = z.object({ orderId, clickToken: z.string().min(1).max(200) }).meta({ id: "BrowserOrder" });
export type BrowserOrder = z.infer<typeof browserOrder>;

/** The same answer whatever becomes of the touch: a page is told nothing about an order. */
export const browserOrderTaken = z.object({ taken: z.literal(true) }).meta({ id: "BrowserOrderTaken" });

/** Whether the snippet is at work: when a page of the shop last told of a click. */
export const snippetState = z.object({ lastTouchAt: z.string().nullable() }).meta({ id: "SnippetState" });
export type SnippetState = z.infer<typeof snippetState>;

/** Digits and nothing else: 0x10 and 1e4 are numbers to a program, and no amount that anybody meant. */
const digits = z
  .string()
  .refine((text) => /^\d+$/.test(text), { params: { code: "number.not_whole" } })
  .transform(Number);

/** The query of the signed postback (money.md 2). All values are text; `sig` covers the sorted rest. */
export const postbackQuery = z
  .object({
    order_id: orderId,
    amount_minor: digits.pipe(z.int().min(1).max(1_000_000_000_000)).optional(),
    currency: z.string().max(3).optional(),
    payment: z.enum(PAYMENTS).optional(),
    status: z.string().max(80).optional().describe("A status of ours, `refunded`, or a label of your own table"),
    event_id: z.string().max(128).optional().describe("Told twice, it counts once; the status itself unless told"),
    click: z.string().max(200).optional(),
    coupon: z.string().max(64).optional(),
    ts: digits.pipe(z.int().min(0)).describe("Unix seconds; within five minutes of our clock"),
    key: z.string().max(200).describe("Id of the postback connector whose secret signs: `con_…`"),
    sig: z.string().max(64).describe("Hex HMAC-SHA-256 over the sorted query without `sig`"),
  })
  .meta({ id: "Postback" });
export type Postback = z.infer<typeof postbackQuery>;

export const postbackTaken = z
  .object({ outcome: z.enum(DELIVERY_OUTCOMES), orderId: z.string(), conversionId: z.string().nullable() })
  .meta({ id: "PostbackTaken" });
export type PostbackTaken = z.infer<typeof postbackTaken>;
