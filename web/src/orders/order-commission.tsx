import { Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { Amount } from "../ui/amount.tsx";

/** What the order still earns its influencer; quiet once it earns nothing. */
export function OrderCommission(props: { order: Conversion }) {
  return (
    <Show when={props.order.commission} fallback="—">
      {(commission) => (
        <Amount
          minor={commission().amountMinor - commission().reversedMinor}
          quiet={commission().state === "void" || commission().state === "reversed"}
        />
      )}
    </Show>
  );
}
