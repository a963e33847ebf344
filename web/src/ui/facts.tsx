import { For, type JSX } from "solid-js";

/** Facts beside each other: a name, and its value in large. */
export function Facts(props: { facts: readonly { readonly name: string; readonly value: JSX.Element }[] }) {
  return (
    <dl class="flex flex-wrap gap-x-4 sm:gap-x-8 gap-y-3">
      <For each={props.facts}>
        {(fact) => (
          <div class="grid gap-0.5">
            <dt class="text-xs text-ink-soft">{fact.name}</dt>
            <dd class="text-lg font-semibold">{fact.value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
