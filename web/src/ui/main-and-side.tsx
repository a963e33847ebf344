import type { JSX } from "solid-js";

/** What is looked at, and beside it what to do with it; below it where there is no room. */
export function MainAndSide(props: { side: JSX.Element; children: JSX.Element }) {
  return (
    <div class="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div class="grid min-w-0 grid-cols-1 gap-6">{props.children}</div>
      <div class="grid min-w-0 grid-cols-1 gap-6">{props.side}</div>
    </div>
  );
}
