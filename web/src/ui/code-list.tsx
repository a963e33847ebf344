import { For } from "solid-js";

/** Codes to keep, left to right in every language. */
export function CodeList(props: { codes: readonly string[]; label: string }) {
  return (
    <ul
      dir="ltr"
      aria-label={props.label}
      class="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-x-4 gap-y-1.5 rounded-lg border border-line bg-sunken p-4 font-mono text-base"
    >
      <For each={props.codes}>{(code) => <li class="select-all">{code}</li>}</For>
    </ul>
  );
}
