import { For } from "solid-js";

/** Keys to press, one after the other. */
export function KeyCaps(props: { keys: readonly string[] }) {
  return (
    <span class="inline-flex gap-1" dir="ltr">
      <For each={props.keys}>
        {(key) => (
          <kbd class="grid min-w-7 place-items-center rounded-sm border border-b-2 border-line-strong bg-surface px-1.5 font-mono text-sm">
            {key}
          </kbd>
        )}
      </For>
    </span>
  );
}
