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
  /** One sum that moves: the stages behind it are shown as passed. */
  readonly journey?: boolean;
}

/** Where the money is: forecast, in hold, available, on its way, paid. Choosing a part explains it. */
export function MoneyBar(props: MoneyBarProps) {
  const [chosen, setChosen] = createSignal(props.stage ?? MONEY_STAGES.find((stage) => props.amounts[stage] > 0));
  const id = createUniqueId();
  const stageIndex = () => {
    const stage = chosen();
    return stage === undefined ? 0 : MONEY_STAGES.indexOf(stage);
  };
  const explanation = () => {
    const stage = chosen();
    return stage === undefined ? uiTexts().balanceEmpty : (props.explain?.(stage) ?? uiTexts()[`${stage}Why`]);
  };
  const choose = (stage: MoneyStage) => {
    setChosen(stage);
    props.onStage?.(stage);
  };
  return (
    <div class="@container grid grid-cols-1 gap-3">
      <ol
        class="-mx-2 grid grid-cols-1 gap-1 @bar:-mx-1.5 @bar:grid-cols-5 @bar:gap-0.5 @wide-bar:-mx-2 @wide-bar:gap-1"
        aria-label={uiTexts().balanceStages}
      >
        <For each={MONEY_STAGES}>
          {(stage, index) => (
            <MoneyStagePart
              passed={Boolean(props.journey) && index() < stageIndex()}
              stage={stage}
              amountMinor={props.amounts[stage]}
              note={props.note?.(stage)}
              chosen={chosen() === stage}
              explainedBy={id}
              onChoose={() => choose(stage)}
            />
          )}
        </For>
      </ol>
      <p
        id={id}
        class="min-h-[2lh] max-w-prose text-sm text-ink-soft @bar:min-h-[2lh] @wide-bar:min-h-[1lh]"
        aria-live="polite"
      >
        {explanation()}
      </p>
    </div>
  );
}

function MoneyStagePart(props: {
  stage: MoneyStage;
  amountMinor: number;
  note: string | undefined;
  chosen: boolean;
  passed: boolean;
  explainedBy: string;
  onChoose: () => void;
}) {
  const isFilled = () => props.amountMinor !== 0;
  return (
    <li class="grid grid-cols-1">
      <button
        type="button"
        class="grid grid-cols-[auto_1fr_auto] content-start items-center gap-x-3 rounded-md py-2 ps-2 pe-3 text-start transition-colors duration-150 hover:bg-sunken aria-pressed:bg-sunken @bar:grid-cols-1 @bar:p-1.5 @bar:pb-2.5 @wide-bar:p-2 @wide-bar:pb-3"
        aria-pressed={props.chosen}
        aria-describedby={props.chosen ? props.explainedBy : undefined}
        onClick={() => props.onChoose()}
      >
        <span
          class={`row-span-2 h-full min-h-9 w-1.5 @max-narrow-bar:row-span-3 rounded-full transition-colors duration-150 @bar:row-span-1 @bar:mb-2.5 @bar:h-2 @bar:min-h-0 @bar:w-full ${isFilled() || props.passed ? FILLS[props.stage] : "bg-line"} ${props.passed ? "opacity-35" : ""}`}
          aria-hidden="true"
        />
        <span
          class={`text-sm font-medium ${props.note ? "" : "row-span-2 @max-narrow-bar:row-span-1 @bar:row-span-1"}`}
        >
          {uiTexts()[props.stage]}
        </span>
        <bdi
          class={`amount row-span-2 @max-narrow-bar:col-start-2 @max-narrow-bar:row-span-1 @bar:row-span-1 @bar:mt-0.5 @wide-bar:text-lg ${isFilled() ? "font-semibold text-ink" : "text-ink-soft"}`}
        >
          {formatMad(props.amountMinor, locale())}
        </bdi>
        <Show when={props.note}>
          <span class="col-start-2 text-xs text-ink-soft @bar:col-start-1 @bar:mt-0.5">{props.note}</span>
        </Show>
      </button>
    </li>
  );
}
