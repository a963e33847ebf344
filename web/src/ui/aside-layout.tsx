import type { JSX } from "solid-js";

/** What narrows or explains beside what is looked at; above it where there is no room. */
export function AsideLayout(props: { aside: JSX.Element; children: JSX.Element }) {
  return (
    <div class="grid grid-cols-1 items-start gap-6 md:grid-cols-[13rem_minmax(0,1fr)] lg:gap-8">
      <div class="grid min-w-0 grid-cols-1 gap-5">{props.aside}</div>
      <div class="grid min-w-0 grid-cols-1 gap-4">{props.children}</div>
    </div>
  );
}
