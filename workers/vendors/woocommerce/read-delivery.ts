import * as z from "zod";
import type { Payment } from "../../../schemas/conversions.ts";
import type { DeliveryFacts, ReadDelivery, ShopDelivery } from "../../../schemas/shop-deliveries.ts";
import { instantOf } from "../../core/instant-of.ts";
import { halfUp } from "../../core/money.ts";
import { amountOf, listOf, NO_FACTS, NO_MEANING, objectOf, quantityOf, sumOf, text } from "../shop-body.ts";

const place = objectOf({ city: text, phone: text, email: text });
const order = z.object({
  id: z.string().regex(/^\d{1,40}$/),
  status: z.string().min(1),
  currency: z.string(),
  total: z.string(),
  payment_method: text,
  meta_data: listOf(z.object({ key: text, value: z.unknown().optional() })),
  line_items: listOf(z.object({ sku: text, quantity: text, total: text })),
  coupon_lines: listOf(z.object({ code: text })),
  refunds: listOf(z.object({ id: z.string().max(40), total: z.string() })),
  date_created_gmt: text,
  date_modified_gmt: text,
  date_completed_gmt: text,
  billing: place,
  shipping: place,
});
type Order = z.infer<typeof order>;

const ORDER_TOPIC = /^order\.(created|updated|restored)$/;
const FINAL: Readonly<Record<Payment, ShopDelivery["event"]>> = { cod: "collected", prepaid: "delivered" };

/**
 * What a delivery of WooCommerce means: its topic and the parsed body, numbers as texts. Every delivery carries the whole order;
 * a status that shops added themselves has no event. Throws a ZodError when the body is not what the topic promises.
 */
export function readWooCommerceDelivery(topic: string, body: unknown): ReadDelivery {
  if (!ORDER_TOPIC.test(topic)) return { meaning: { ...NO_MEANING, platform: "woocommerce", topic }, facts: NO_FACTS };
  const read = order.parse(body);
  const meaning = meaningOf(topic, read);
  return { meaning, facts: factsOf(read, meaning) };
}

function meaningOf(topic: string, read: Order): ShopDelivery {
  const { currency, status } = read;
  const payment = read.payment_method === "cod" ? "cod" : "prepaid";
  const event = eventOf(status, payment);
  const clickToken = read.meta_data.find(({ key }) => key === "_sys_click")?.value;
  return {
    platform: "woocommerce",
    topic,
    storeOrderId: read.id,
    event,
    payment,
    currency,
    totalMinor: amountOf(read.total, currency),
    commissionableMinor: sumOf(
      read.line_items.map(({ total }) => total),
      currency,
    ),
    ...(read.refunds.length > 0 ? { refundMinor: refundedOf(read.refunds, currency) } : {}),
    ...(typeof clickToken === "string" && clickToken !== "" ? { clickToken } : {}),
    couponCodes: read.coupon_lines.flatMap(({ code }) => (code ? [code] : [])),
    ...(event === null ? { rawStatus: status } : {}),
  };
}

function eventOf(status: string, payment: Payment): ShopDelivery["event"] {
  switch (status) {
    case "pending":
    case "on-hold":
    case "processing":
      return "placed";
    case "completed":
      return FINAL[payment];
    case "cancelled":
    case "failed":
      return "cancelled";
    case "refunded":
      return "refunded";
    default:
      return null;
  }
}

const refundedOf = (refunds: Order["refunds"], currency: string) =>
  Math.abs(
    sumOf(
      refunds.map(({ total }) => total),
      currency,
    ),
  );

function factsOf(read: Order, meaning: ShopDelivery): DeliveryFacts {
  const orderedAt = instantOf(read.date_created_gmt) ?? null;
  const changedAt = read.status === "completed" ? (read.date_completed_gmt ?? read.date_modified_gmt) : undefined;
  return {
    labels: [read.status],
    orderedAt,
    happenedAt: instantOf(changedAt ?? read.date_modified_gmt) ?? orderedAt,
    refunds: refundsOf(read, meaning),
    isRefundedWhole: read.status === "refunded" && read.refunds.length === 0,
    customer: {
      phone: read.billing?.phone || read.shipping?.phone || null,
      email: read.billing?.email || null,
      city: read.shipping?.city || read.billing?.city || null,
    },
    items: read.line_items.map(({ sku, quantity, total }) => ({
      ...(sku ? { sku } : {}),
      quantity: quantityOf(quantity),
      amountMinor: sumOf([total], read.currency),
    })),
    courier: null,
    trackingNumber: null,
  };
}

// A refund of WooCommerce tells one sum, shipping and tax included: the goods' share of it is the order's own, cumulatively,
// so that refunds of the whole order give back the whole commissionable amount (decision 0023).
function refundsOf({ refunds, currency }: Order, { totalMinor, commissionableMinor }: ShopDelivery) {
  const total = BigInt(totalMinor ?? 0);
  const goods = BigInt(commissionableMinor ?? 0);
  if (total <= 0n || goods <= 0n) return [];
  let refunded = 0n;
  let counted = 0;
  const inOrder = refunds.toSorted((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  return inOrder.flatMap(({ id, total: amount }) => {
    refunded += BigInt(Math.abs(amountOf(amount, currency)));
    const share = halfUp((refunded < total ? refunded : total) * goods, total) - counted;
    counted += share;
    return share > 0 ? [{ id, amountMinor: share }] : [];
  });
}
