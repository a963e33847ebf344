import type { JSX } from "solid-js";

/** What narrows a list, above it: the search at the start, filters after it. */
export function Toolbar(props: { children: JSX.Element }) {
  return (
    <div class="flex flex-col gap-3 px-5 pb-3 sm:flex-row sm:flex-wrap sm:items-center sm:px-6">{props.children}</div>
  );
}
