import { Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { formatForeign } from "../foreign-money.ts";
import { locale } from "../locale.tsx";
import { formatMad } from "../money.ts";
import { Amount } from "../ui/amount.tsx";
import { Code } from "../ui/code.tsx";

/** What the customer pays, or a part of it, in the currency of the order. */
export function OrderAmount(props: { order: Pick<Conversion, "currency" | "amountMinor">; minor?: number }) {
  const minor = () => props.minor ?? props.order.amountMinor;
  return (
    <Show when={props.order.currency !== "MAD"} fallback={<Amount minor={minor()} />}>
      <Code>{formatForeign(minor(), props.order.currency, locale())}</Code>
    </Show>
  );
}

/** The same as text. */
export function orderAmountText(
  { currency }: Pick<Conversion, "currency">,
  minor: number,
  language = locale(),
): string {
  return currency === "MAD" ? formatMad(minor, language) : formatForeign(minor, currency, language);
}
