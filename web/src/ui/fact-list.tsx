import { For, type JSX } from "solid-js";

/** Facts below each other: the name at the start, the value at the end. */
export function FactList(props: { facts: readonly { readonly name: string; readonly value: JSX.Element }[] }) {
  return (
    <dl class="grid divide-y divide-line">
      <For each={props.facts}>
        {(fact) => (
          <div class="flex min-h-11 items-center justify-between gap-4 py-2">
            <dt class="text-sm text-ink-soft">{fact.name}</dt>
            <dd class="text-end">{fact.value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
