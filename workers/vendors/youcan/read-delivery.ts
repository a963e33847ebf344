import * as z from "zod";
import type { DeliveryFacts, ReadDelivery, ShopDelivery } from "../../../schemas/shop-deliveries.ts";
import { instantOf } from "../../core/instant-of.ts";
import { amountOf, listOf, NO_FACTS, NO_MEANING, objectOf, quantityOf, sumOf, text } from "../shop-body.ts";

const status = objectOf({ slug: text, name: text });
const address = z.object({ city: text, phone: text });
const order = z.object({
  id: z.string().min(1).max(100),
  total: z.string(),
  vat: text,
  currency: z.string(),
  status_new: text,
  status_object: status,
  payment_status_new: text,
  is_refunded_by_platform: z.boolean().nullish(),
  extra_fields: z.unknown().optional(),
  created_at: text,
  updated_at: text,
  customer: objectOf({ phone: text, email: text, city: text }),
  payment: objectOf({
    gateway: text,
    gateway_type: text,
    status_text: text,
    status_object: status,
    payload: z.unknown().optional(),
  }),
  shipping: objectOf({ price: text, status_text: text, tracking_number: text, address: z.unknown().optional() }),
  variants: listOf(z.object({ price: text, quantity: text, variant: objectOf({ sku: text }) })),
  coupon: z.unknown().optional(),
});
type Order = z.infer<typeof order>;

const envelope = z.object({ event_name: z.string(), event_happened_at: text, data: z.unknown() });
const CREATED = new Set(["order.created", "order.create"]);
const OF_AN_ORDER = /^order\.(created|create|updated|update|paid|polled)$/;

/**
 * What a delivery of YouCan means, in its current form (an envelope) and in the legacy one (the order itself). Throws a
 * ZodError when the body is neither.
 */
export function readYouCanDelivery(body: unknown): ReadDelivery {
  const current = envelope.safeParse(body).data;
  const topic = current?.event_name ?? "order.create";
  return readYouCanOrder(topic, current ? current.data : body, current?.event_happened_at);
}

/** An order of YouCan as a delivery or its list of orders shows it; its labels tell where it stands. */
export function readYouCanOrder(topic: string, body: unknown, happenedAt?: string | null): ReadDelivery {
  if (!OF_AN_ORDER.test(topic)) return { meaning: { ...NO_MEANING, platform: "youcan", topic }, facts: NO_FACTS };
  const read = order.parse(body);
  return { meaning: meaningOf(topic, read), facts: factsOf(topic, read, happenedAt) };
}

function meaningOf(topic: string, read: Order): ShopDelivery {
  const { currency } = read;
  const totalMinor = amountOf(read.total, currency);
  const shippingMinor = sumOf([read.shipping?.price], currency);
  const clickToken = extraFieldOf(read.extra_fields, "sys_click");
  const couponCode = z.object({ code: z.string().min(1) }).safeParse(read.coupon).data?.code;
  return {
    platform: "youcan",
    topic,
    storeOrderId: read.id,
    event: CREATED.has(topic) ? "placed" : topic === "order.paid" ? "collected" : null,
    payment: gatewayOf(read)?.toLowerCase() === "cod" ? "cod" : "prepaid",
    currency,
    totalMinor,
    commissionableMinor: totalMinor - shippingMinor - sumOf([read.vat], currency),
    ...(clickToken ? { clickToken } : {}),
    couponCodes: couponCode ? [couponCode] : [],
  };
}

function gatewayOf({ payment }: Order): string | null | undefined {
  const payload = z.object({ gateway: z.string().min(1) }).safeParse(payment?.payload).data;
  return payload?.gateway ?? (payment?.gateway || payment?.gateway_type);
}

// An empty list, an object, or a list of { name, value }: PHP writes each of them.
function extraFieldOf(fields: unknown, wanted: string): string | undefined {
  const listed = z.array(z.object({ name: text, value: z.unknown().optional() })).safeParse(fields).data;
  const value = listed
    ? listed.find(({ name }) => name === wanted)?.value
    : z.record(z.string(), z.unknown()).safeParse(fields).data?.[wanted];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function factsOf(topic: string, read: Order, happenedAt: string | null | undefined): DeliveryFacts {
  const orderedAt = instantOf(read.created_at) ?? null;
  const labels = CREATED.has(topic) ? [] : labelsOf(topic, read);
  const at = CREATED.has(topic) ? orderedAt : instantOf(read.updated_at ?? happenedAt);
  const shipped = addressOf(read.shipping?.address);
  return {
    labels,
    orderedAt,
    happenedAt: at ?? orderedAt,
    refunds: [],
    isRefundedWhole: read.is_refunded_by_platform === true || labels.some((label) => /^refunded$/i.test(label)),
    customer: {
      phone: read.customer?.phone || shipped?.phone || null,
      email: read.customer?.email || null,
      city: shipped?.city || read.customer?.city || null,
    },
    items: read.variants.map(({ price, quantity, variant }) => ({
      ...(variant?.sku ? { sku: variant.sku } : {}),
      quantity: quantityOf(quantity),
      amountMinor: sumOf([price], read.currency) * quantityOf(quantity),
    })),
    courier: null,
    trackingNumber: read.shipping?.tracking_number || null,
  };
}

/** Confirmation, parcel and payment each have a word of their own, which stores may rename. */
function labelsOf(
  topic: string,
  { status_object, status_new, shipping, payment, payment_status_new }: Order,
): string[] {
  const paid = topic === "order.paid" ? "paid" : undefined;
  const labels = [
    status_object?.slug || status_object?.name || status_new,
    shipping?.status_text,
    paid ?? payment?.status_object?.slug ?? payment?.status_text ?? payment_status_new,
  ];
  return [...new Set(labels.flatMap((label) => (label ? [label] : [])))];
}

const addressOf = (value: unknown) =>
  z.union([address, z.array(address).transform(([first]) => first)]).safeParse(value).data;
