import { createSignal, For } from "solid-js";
import { formatMad } from "./money.ts";
import type { Locale, Texts } from "./text/texts.ts";

const STAGES = ["forecast", "pending", "available", "inTransit", "paid"] as const;

/** Where the commission of one order stands: forecast, in hold, available, on its way, paid. */
export function MoneyBar(props: { texts: Texts; locale: Locale; amountMinor: number }) {
  const [reached, setReached] = createSignal(1);
  return (
    <div class="money-bar">
      <ol class="money-bar-stages" aria-label={props.texts.stages}>
        <For each={STAGES}>
          {(stage, index) => (
            <li class="money-bar-stage" data-stage={stage} data-reached={index() <= reached()}>
              <button type="button" aria-pressed={index() === reached()} onClick={() => setReached(index())}>
                <span class="money-bar-label">{props.texts[stage]}</span>
                <bdi class="money-bar-amount">
                  {formatMad(index() === reached() ? props.amountMinor : 0, props.locale)}
                </bdi>
              </button>
            </li>
          )}
        </For>
      </ol>
      <p class="money-bar-why" aria-live="polite">
        {props.texts[`${STAGES[reached()] ?? "forecast"}Why`]}
      </p>
    </div>
  );
}
