import type { JSX } from "solid-js";

/** A number in words or tables: its digits have one width, and the text around it does not move it. */
export function Figure(props: { children: JSX.Element }) {
  return <bdi class="amount">{props.children}</bdi>;
}
