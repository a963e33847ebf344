import { createSignal, createUniqueId, For, Show } from "solid-js";
import { locale } from "../locale.tsx";
import { formatMad } from "../money.ts";
import { uiTexts } from "../text/ui/texts.ts";

export const MONEY_STAGES = ["forecast", "pending", "available", "inTransit", "paid"] as const;
export type MoneyStage = (typeof MONEY_STAGES)[number];

const FILLS: Readonly<Record<MoneyStage, string>> = {
  forecast: "bg-line-strong",
  pending: "bg-saffron-fill",
  available: "bg-mint-fill",
  inTransit: "bg-majorelle",
  paid: "bg-ink",
};

export interface MoneyBarProps {
  /** Centimes of MAD in each stage. */
  readonly amounts: Readonly<Record<MoneyStage, number>>;
  /** Chosen at first; else the first stage that holds money. */
  readonly stage?: MoneyStage;
  /** What is said of the chosen stage; a sentence of its own when not given. */
  readonly explain?: (stage: MoneyStage) => string;
  /** A short fact under the stage's name: a date. */
  readonly note?: (stage: MoneyStage) => string;
  readonly onStage?: (stage: MoneyStage) => void;
}

/** Where the money is: forecast, in hold, available, on its way, paid. Choosing a part explains it. */
export function MoneyBar(props: MoneyBarProps) {
  const [chosen, setChosen] = createSignal<MoneyStage>(
    props.stage ?? MONEY_STAGES.find((stage) => props.amounts[stage] > 0) ?? "forecast",
  );
  const id = createUniqueId();
  const explanation = () => props.explain?.(chosen()) ?? uiTexts()[`${chosen()}Why`];
  const choose = (stage: MoneyStage) => {
    setChosen(stage);
    props.onStage?.(stage);
  };
  return (
    <div class="grid gap-3">
      <ol class="grid gap-1 sm:grid-cols-5 sm:gap-1.5" aria-label={uiTexts().balanceStages}>
        <For each={MONEY_STAGES}>
          {(stage) => (
            <li class="grid">
              <button
                type="button"
                class="group grid grid-cols-[auto_1fr_auto] items-center gap-x-3 rounded-md py-2 ps-2 pe-3 text-start transition-colors duration-150 hover:bg-sunken aria-pressed:bg-sunken sm:block sm:px-3 sm:pt-0 sm:pb-3"
                aria-pressed={chosen() === stage}
                aria-describedby={chosen() === stage ? id : undefined}
                onClick={() => choose(stage)}
              >
                <span
                  class={`row-span-2 h-full min-h-9 w-1.5 rounded-full sm:mb-3 sm:block sm:h-2 sm:min-h-0 sm:w-full ${props.amounts[stage] > 0 ? FILLS[stage] : "bg-line"}`}
                  aria-hidden="true"
                />
                <span class="text-sm font-medium sm:block">{uiTexts()[stage]}</span>
                <bdi
                  class={`amount row-span-2 sm:row-span-1 sm:mt-0.5 sm:block sm:text-lg ${props.amounts[stage] > 0 ? "font-semibold text-ink" : "text-ink-soft"}`}
                >
                  {formatMad(props.amounts[stage], locale())}
                </bdi>
                <Show when={props.note}>
                  {(note) => <span class="col-start-2 text-xs text-ink-soft sm:mt-0.5 sm:block">{note()(stage)}</span>}
                </Show>
              </button>
            </li>
          )}
        </For>
      </ol>
      <p id={id} class="min-h-[3.2em] max-w-prose text-sm text-ink-soft sm:min-h-[1.6em] sm:px-3" aria-live="polite">
        {explanation()}
      </p>
    </div>
  );
}
