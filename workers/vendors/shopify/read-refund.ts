import * as z from "zod";
import type { ReadDelivery } from "../../../schemas/shop-deliveries.ts";
import { instantOf } from "../../core/instant-of.ts";
import { listOf, NO_FACTS, NO_MEANING, sumOf, text } from "../shop-body.ts";
import { isCashGateway } from "./cash-gateways.ts";

const money = z.object({ amount: text, currency_code: text, currency: text }).nullish();
const transaction = z.object({
  kind: text,
  status: text,
  amount: text,
  amount_set: z.object({ shop_money: money }).nullish(),
  currency: text,
  gateway: text,
});
const refund = z.object({
  id: z.string().regex(/^\d{1,40}$/),
  order_id: z.string().regex(/^\d{1,40}$/),
  created_at: text,
  processed_at: text,
  transactions: listOf(transaction),
  refund_line_items: listOf(z.object({ subtotal: text })),
});

/** A refund of Shopify: what was paid back, and the part of it that goods were (shipping excluded). */
export function readRefund(topic: string, body: unknown): ReadDelivery {
  const read = refund.parse(body);
  const currency = shopCurrencyOf(body) ?? read.transactions.find((one) => one.currency)?.currency ?? null;
  const paidBack = read.transactions.filter(({ kind, status }) => kind === "refund" && status === "success");
  const goods = read.refund_line_items.map(({ subtotal }) => subtotal);
  const goodsMinor = sumOf(goods, currency ?? "");
  const isCash = read.transactions.some(({ gateway }) => isCashGateway(gateway ?? ""));
  return {
    meaning: {
      ...NO_MEANING,
      platform: "shopify",
      topic,
      storeOrderId: read.order_id,
      event: "refunded",
      payment: read.transactions.length === 0 ? null : isCash ? "cod" : "prepaid",
      currency,
      refundMinor: sumOf(
        paidBack.map(({ amount, amount_set }) => amount_set?.shop_money?.amount ?? amount),
        currency ?? "",
      ),
      refundCommissionableMinor: goodsMinor,
    },
    facts: {
      ...NO_FACTS,
      happenedAt: instantOf(read.processed_at ?? read.created_at) ?? null,
      refunds: goodsMinor > 0 ? [{ id: read.id, amountMinor: goodsMinor }] : [],
    },
  };
}

// The first shop money anywhere in the body: a refund names no currency of its own.
function shopCurrencyOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const found = key === "shop_money" ? currencyOf(item) : shopCurrencyOf(item);
    if (found) return found;
  }
  return undefined;
}

function currencyOf(value: unknown): string | undefined {
  const read = money.safeParse(value);
  return read.data?.currency_code ?? read.data?.currency ?? undefined;
}
