import { For, Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { canAct, ORDER_ACTS } from "../orders/order-acts.ts";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { BulkBar } from "../ui/bulk-bar.tsx";
import { Button } from "../ui/button.tsx";
import type { Desk } from "./order-desk.ts";

/** What can be done with at least one of the chosen orders; the others are told one by one afterwards. */
export function OrderBulkBar(props: { chosen: readonly Conversion[]; desk: Desk; onClear: () => void }) {
  const texts = () => orderTexts().acts;
  const acts = () => ORDER_ACTS.filter((act) => props.chosen.some((order) => canAct(order, act)));
  const count = () => props.chosen.length;
  return (
    <Show when={count() > 0}>
      <BulkBar
        label={texts().bulk}
        count={count() === 1 ? texts().selectedOne : fill(texts().selected, { count: formatCount(count(), locale()) })}
        clearLabel={texts().unselect}
        onClear={props.onClear}
      >
        <For each={acts()}>
          {(act, index) => (
            <Button
              size="small"
              variant={index() === 0 ? "primary" : "secondary"}
              disabled={props.desk.isRunning()}
              onClick={() => props.desk.act(act, props.chosen)}
            >
              {texts()[act]}
            </Button>
          )}
        </For>
      </BulkBar>
    </Show>
  );
}
