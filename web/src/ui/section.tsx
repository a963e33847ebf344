import { type JSX, Show } from "solid-js";

/** One subject of a public page, under its heading. A `band` sets it apart from its neighbours. */
export function Section(props: {
  id?: string;
  title: string;
  lead?: string;
  action?: JSX.Element;
  band?: boolean;
  children: JSX.Element;
}) {
  return (
    <section id={props.id} class={props.band ? "border-y border-line bg-sunken/60" : ""}>
      <div class="mx-auto grid w-full max-w-page grid-cols-1 gap-6 px-4 py-10 sm:px-6 sm:py-14">
        <div class="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
          <div class="grid max-w-prose gap-1.5">
            <h2 class="display-type text-xl">{props.title}</h2>
            <Show when={props.lead}>
              <p class="text-ink-soft">{props.lead}</p>
            </Show>
          </div>
          {props.action}
        </div>
        {props.children}
      </div>
    </section>
  );
}
