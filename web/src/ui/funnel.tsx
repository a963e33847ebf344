import { For, type JSX, Show } from "solid-js";
import { ShareBar } from "./share-bar.tsx";

export interface FunnelStep {
  readonly name: string;
  readonly count: number;
  readonly text: string;
  /** What part of the step before came so far, in words. */
  readonly rate?: string | undefined;
  readonly why?: JSX.Element;
  /** Of another size than what follows: a number without a bar. */
  readonly apart?: boolean;
}

/** How many came how far: bars from zero, each beside its number and its part of the one before. */
export function Funnel(props: { label: string; steps: readonly FunnelStep[] }) {
  const most = () => Math.max(1, ...props.steps.filter(({ apart }) => !apart).map(({ count }) => count));
  return (
    <ol class="grid gap-3.5" aria-label={props.label}>
      <For each={props.steps}>
        {(step) => (
          <li class="grid gap-1.5">
            <p class="flex flex-wrap items-baseline justify-between gap-x-4">
              <span class="inline-flex items-center gap-1 text-sm">
                {step.name}
                {step.why}
              </span>
              <span class="inline-flex items-baseline gap-3">
                <Show when={step.rate}>
                  <bdi class="amount text-xs text-ink-soft">{step.rate}</bdi>
                </Show>
                <bdi class="amount font-medium">{step.text}</bdi>
              </span>
            </p>
            <Show when={!step.apart}>
              <ShareBar part={step.count} of={most()} />
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}
