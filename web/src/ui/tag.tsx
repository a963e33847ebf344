import type { JSX } from "solid-js";

/** A word about a thing that is no status of an order or of money: this device, a scope, new. */
export function Tag(props: { strong?: boolean; children: JSX.Element }) {
  return (
    <span
      class={`inline-flex items-center rounded-full border px-2.5 py-0.5 text-xs font-medium ${props.strong ? "border-majorelle/25 bg-majorelle-wash text-majorelle-ink" : "border-line bg-sunken text-ink"}`}
    >
      {props.children}
    </span>
  );
}
