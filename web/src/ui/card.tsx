import { type JSX, Show } from "solid-js";

/** A group of things that belong together, with a hairline around them. */
export function Card(props: {
  title?: string;
  text?: string;
  /** At the end of the title's line. */
  action?: JSX.Element;
  /** The content reaches the edges: tables and lists. */
  flush?: boolean;
  children?: JSX.Element;
}) {
  return (
    <section class="min-w-0 overflow-clip rounded-lg border border-line bg-surface">
      <Show when={props.title}>
        <header class="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4 sm:px-6 sm:pt-5">
          <div class="grid max-w-prose min-w-0 gap-1">
            <h2 class="text-lg font-semibold">{props.title}</h2>
            <Show when={props.text}>
              <p class="text-sm text-ink-soft">{props.text}</p>
            </Show>
          </div>
          {props.action}
        </header>
      </Show>
      <div class={props.flush ? "pt-3" : `p-5 sm:p-6 ${props.title ? "pt-3 sm:pt-4" : ""}`}>{props.children}</div>
    </section>
  );
}
