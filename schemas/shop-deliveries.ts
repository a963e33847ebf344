import * as z from "zod";
import { SHOP_PLATFORMS } from "./connectors.ts";
import { ORDER_STATUSES, PAYMENTS } from "./conversions.ts";

const minor = z.int();

/** What a shop's delivery says, in the same words for every platform. Amounts in minor units; null where the body has none. */
export const shopDelivery = z.object({
  platform: z.enum(SHOP_PLATFORMS),
  topic: z.string().nullable(),
  storeOrderId: z.string().nullable(),
  event: z.enum([...ORDER_STATUSES, "refunded"]).nullable(),
  payment: z.enum(PAYMENTS).nullable(),
  currency: z.string().nullable(),
  totalMinor: minor.nullable(),
  commissionableMinor: minor.nullable(),
  refundMinor: minor.optional(),
  refundCommissionableMinor: minor.optional(),
  clickToken: z.string().optional(),
  couponCodes: z.array(z.string()),
  /** The shop's own word, where the platform's table has none for it. */
  rawStatus: z.string().optional(),
});
export type ShopDelivery = z.infer<typeof shopDelivery>;

/** What else of a delivery an order and its events are made of. Instants in UTC epoch milliseconds. */
export const deliveryFacts = z.object({
  /** The shop's words for where the order stands; each is looked up in the status tables. */
  labels: z.array(z.string()),
  orderedAt: z.int().nullable(),
  happenedAt: z.int().nullable(),
  /** Refunds by the shop's own id, of the commissionable part. */
  refunds: z.array(z.object({ id: z.string(), amountMinor: minor })),
  /** The shop calls the whole order refunded without saying by which refunds. */
  isRefundedWhole: z.boolean(),
  customer: z.object({ phone: z.string().nullable(), email: z.string().nullable(), city: z.string().nullable() }),
  items: z.array(z.object({ sku: z.string().optional(), quantity: z.int(), amountMinor: minor })),
  courier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
});
export type DeliveryFacts = z.infer<typeof deliveryFacts>;

export interface ReadDelivery {
  readonly meaning: ShopDelivery;
  readonly facts: DeliveryFacts;
}
