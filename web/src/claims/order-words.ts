import type { Conversion } from "../../../schemas/conversions.ts";
import { formatDate } from "../dates.ts";
import { formatForeign } from "../foreign-money.ts";
import { locale } from "../locale.tsx";
import { formatMad } from "../money.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { statusTexts } from "../text/status/texts.ts";
import { isolated } from "./claim-words.ts";

/** An amount of an order, in its own currency. */
export const amountText = (amountMinor: number, currency: string): string =>
  currency === "MAD" ? formatMad(amountMinor, locale()) : formatForeign(amountMinor, currency, locale());

/** An order in one line: day, amount, state, and whether an influencer has it. */
export function orderLine(order: Conversion): string {
  const { free, taken } = claimTexts().answer;
  const parts = [
    formatDate(order.occurredAt, locale()),
    amountText(order.amountMinor, order.currency),
    statusTexts()[order.status],
    order.attribution.by === "none" ? free : taken,
  ];
  return parts.map(isolated).join(" · ");
}
