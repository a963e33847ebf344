import { For, type JSX, Show } from "solid-js";

export interface Metric {
  readonly name: string;
  readonly value: JSX.Element;
  /** The change, or what the number stands beside. */
  readonly note?: JSX.Element;
  /** The rule behind it, as `Why`. */
  readonly why?: JSX.Element;
}

/** Several numbers of one subject beside each other, two on a phone. */
export function Metrics(props: { label: string; metrics: readonly Metric[] }) {
  return (
    <section class="overflow-clip rounded-lg border border-line bg-surface" aria-label={props.label}>
      <dl class="-me-px -mb-px grid grid-cols-2 sm:grid-cols-3 lg:grid-cols-4">
        <For each={props.metrics}>
          {(metric) => (
            <div class="grid min-w-0 content-start gap-0.5 border-e border-b border-line px-4 py-3.5 sm:px-5">
              <dt class="flex items-start justify-between gap-1 text-sm text-ink-soft">
                <span class="min-w-0 pt-0.5">{metric.name}</span>
                {metric.why}
              </dt>
              <dd class="min-w-0 text-lg font-semibold">{metric.value}</dd>
              <Show when={metric.note}>
                <dd class="text-xs text-ink-soft">{metric.note}</dd>
              </Show>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
}
