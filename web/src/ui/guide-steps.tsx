import { For, type JSX } from "solid-js";

export interface GuideStep {
  readonly title: string;
  readonly content?: JSX.Element;
}

/** What to do elsewhere, step by step, below each other: each with what it needs. */
export function GuideSteps(props: { steps: readonly GuideStep[] }) {
  return (
    <ol class="grid grid-cols-1 gap-5">
      <For each={props.steps}>
        {(step, index) => (
          <li class="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-2">
            <span class="grid size-7 place-items-center rounded-full bg-majorelle-wash text-sm font-semibold text-majorelle-ink">
              <bdi class="amount">{index() + 1}</bdi>
            </span>
            <div class="grid min-w-0 grid-cols-1 gap-3 pt-0.5">
              <p>{step.title}</p>
              {step.content}
            </div>
          </li>
        )}
      </For>
    </ol>
  );
}
