import { For, type JSX } from "solid-js";

/** Small numbers on one line, each after its name and with its reason. */
export function FactLine(props: {
  facts: readonly { readonly name: string; readonly value: JSX.Element; readonly why: JSX.Element }[];
}) {
  return (
    <dl class="flex flex-wrap gap-x-4 gap-y-1">
      <For each={props.facts}>
        {(fact) => (
          <div class="flex items-center gap-1">
            <dt class="text-ink-soft">{fact.name}</dt>
            <dd class="flex items-center gap-1 font-medium">
              {fact.value}
              {fact.why}
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}
