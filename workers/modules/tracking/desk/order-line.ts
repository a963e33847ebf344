import type { Conversion } from "../../../../schemas/conversions.ts";
import { CURRENCY_EXPONENTS } from "../../../../schemas/currencies.ts";
import type { Locale } from "../../../../schemas/locales.ts";
import type { Role } from "../../../../schemas/users.ts";
import { clockText } from "../../../core/calendar.ts";
import { decimalText } from "../../../core/decimal-text.ts";
import {
  ATTRIBUTION_WORDS,
  COMMISSION_WORDS,
  ORDER_COLUMNS,
  type OrderColumn,
  PAYMENT_WORDS,
  STATUS_WORDS,
} from "./csv-words.ts";

const MERCHANTS_ONLY: ReadonlySet<string> = new Set<OrderColumn>(["order", "trackingNumber", "influencer", "fee"]);

/** The columns that the reader of the role gets. */
export function columnsOf(role: Role): readonly OrderColumn[] {
  return orderColumns.filter((column) => role === "merchant" || !MERCHANTS_ONLY.has(column));
}

const isColumn = (name: string): name is OrderColumn => name in ORDER_COLUMNS;
const orderColumns = Object.keys(ORDER_COLUMNS).filter(isColumn);

/** An order's value in a column, as people of the language write it. Instants are Casablanca's clock. */
export function orderCell(column: OrderColumn, order: Conversion, locale: Locale): string {
  const { attribution, commission, names } = order;
  const money = (minor: number, currency: string) => decimalText(minor, locale, CURRENCY_EXPONENTS[currency] ?? 2);
  const cells: Readonly<Record<OrderColumn, () => string>> = {
    order: () => order.orderId ?? "",
    id: () => order.id,
    orderedAt: () => timeText(order.occurredAt),
    status: () => STATUS_WORDS[order.status][locale],
    payment: () => PAYMENT_WORDS[order.payment][locale],
    amount: () => money(order.amountMinor, order.currency),
    currency: () => order.currency,
    refunded: () => money(order.refundedMinor, order.currency),
    city: () => order.city ?? "",
    courier: () => order.courier ?? "",
    trackingNumber: () => order.trackingNumber ?? "",
    product: () => names?.product ?? "",
    influencer: () => names?.influencer ?? "",
    link: () => names?.link ?? "",
    attributedBy: () => ATTRIBUTION_WORDS[attribution.by][locale],
    commission: () => (commission ? money(commission.amountMinor - commission.reversedMinor, "MAD") : ""),
    commissionState: () => (commission ? COMMISSION_WORDS[commission.state][locale] : ""),
    fee: () => (commission ? money(order.platformFeeMinor, "MAD") : ""),
    holdUntil: () => timeText(commission?.holdUntil),
    collectedAt: () => timeText(order.collectedAt),
  };
  return cells[column]();
}

const timeText = (instant: string | null | undefined) => (instant ? clockText(Date.parse(instant)).slice(0, -3) : "");
