import * as z from "zod";
import type { DeliveryFacts, ReadDelivery, ShopDelivery } from "../../../schemas/shop-deliveries.ts";
import { instantOf } from "../../core/instant-of.ts";
import { amountOf, listOf, NO_FACTS, NO_MEANING, quantityOf, sumOf, text } from "../shop-body.ts";
import { isCashGateway } from "./cash-gateways.ts";
import { readRefund } from "./read-refund.ts";

const fulfillment = z.object({
  status: text,
  shipment_status: text,
  tracking_company: text,
  tracking_number: text,
});
const taxLine = z.object({ price: text });
const lineItem = z.object({ sku: text, quantity: text, price: text, tax_lines: listOf(taxLine) });
const place = z.object({ city: text, phone: text }).nullish();
const order = z.object({
  admin_graphql_api_id: z.string().regex(/\/\d{1,40}$/),
  currency: z.string(),
  total_price: z.string(),
  subtotal_price: z.string(),
  taxes_included: z.boolean().nullish(),
  payment_gateway_names: listOf(z.string()),
  note_attributes: listOf(z.object({ name: text, value: z.unknown().optional() })),
  discount_codes: listOf(z.object({ code: text })),
  line_items: listOf(lineItem),
  fulfillments: listOf(fulfillment),
  created_at: text,
  updated_at: text,
  cancelled_at: text,
  email: text,
  phone: text,
  shipping_address: place,
  billing_address: place,
  customer: z.object({ phone: text, email: text }).nullish(),
});
type Order = z.infer<typeof order>;

/** Topics that say where an order stands; the words are what a merchant's status table may map anew. */
const EVENTS: Readonly<Record<string, ShopDelivery["event"]>> = {
  "orders/create": "placed",
  "orders/paid": "collected",
  "orders/cancelled": "cancelled",
  "orders/fulfilled": "confirmed",
};

/**
 * What a delivery of Shopify means: its topic and the parsed body, numbers as texts. A topic that says nothing of an order's
 * life has no event. Throws a ZodError when the body is not what the topic promises.
 */
export function readShopifyDelivery(topic: string, body: unknown): ReadDelivery {
  if (topic === "refunds/create") return readRefund(topic, body);
  const event = EVENTS[topic];
  if (event === undefined) return { meaning: { ...NO_MEANING, platform: "shopify", topic }, facts: NO_FACTS };
  const read = order.parse(body);
  return { meaning: meaningOf(topic, event, read), facts: factsOf(topic, read) };
}

function meaningOf(topic: string, event: ShopDelivery["event"], read: Order): ShopDelivery {
  const { currency } = read;
  const itemTaxes = sumOf(
    read.line_items.flatMap(({ tax_lines }) => tax_lines.map(({ price }) => price)),
    currency,
  );
  const clickToken = read.note_attributes.find(({ name }) => name === "sys_click")?.value;
  return {
    platform: "shopify",
    topic,
    storeOrderId: read.admin_graphql_api_id.split("/").at(-1) ?? null,
    event: event === "confirmed" && isDelivered(read) ? "delivered" : event,
    payment: read.payment_gateway_names.some(isCashGateway) ? "cod" : "prepaid",
    currency,
    totalMinor: amountOf(read.total_price, currency),
    commissionableMinor: amountOf(read.subtotal_price, currency) - (read.taxes_included ? itemTaxes : 0),
    ...(typeof clickToken === "string" && clickToken !== "" ? { clickToken } : {}),
    couponCodes: read.discount_codes.flatMap(({ code }) => (code ? [code] : [])),
  };
}

// Fulfilled means handed over, not delivered: each living parcel must say so.
function isDelivered({ fulfillments }: Order): boolean {
  const living = fulfillments.filter(({ status }) => status !== "cancelled");
  return living.length > 0 && living.every(({ shipment_status }) => shipment_status === "delivered");
}

function factsOf(topic: string, read: Order): DeliveryFacts {
  const label = topic === "orders/fulfilled" && isDelivered(read) ? "delivered" : topic;
  const orderedAt = instantOf(read.created_at) ?? null;
  const changedAt = topic === "orders/cancelled" ? (read.cancelled_at ?? read.updated_at) : read.updated_at;
  const parcel = read.fulfillments.findLast(({ status }) => status !== "cancelled");
  return {
    labels: [label],
    orderedAt,
    happenedAt: topic === "orders/create" ? orderedAt : (instantOf(changedAt) ?? orderedAt),
    refunds: [],
    isRefundedWhole: false,
    customer: {
      phone: read.shipping_address?.phone || read.phone || read.billing_address?.phone || read.customer?.phone || null,
      email: read.email || read.customer?.email || null,
      city: read.shipping_address?.city || read.billing_address?.city || null,
    },
    items: read.line_items.map(({ sku, quantity, price }) => ({
      ...(sku ? { sku } : {}),
      quantity: quantityOf(quantity),
      amountMinor: sumOf([price], read.currency) * quantityOf(quantity),
    })),
    courier: parcel?.tracking_company ?? null,
    trackingNumber: parcel?.tracking_number ?? null,
  };
}
