import type { JSX } from "solid-js";

/** What can be done with one row, at its end and on one line. */
export function RowActs(props: { children: JSX.Element }) {
  return <span class="inline-flex items-center justify-end gap-1">{props.children}</span>;
}
