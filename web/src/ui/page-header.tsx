import { type JSX, Show } from "solid-js";

/** The page's name, what it is for, and its main action. The focus lands on the name when the page changes. */
export function PageHeader(props: { title: string; lead?: JSX.Element; actions?: JSX.Element }) {
  return (
    <header class="flex flex-wrap items-end justify-between gap-4">
      <div class="grid gap-1">
        <h1 tabindex="-1" data-page-title class="display-type text-xl outline-none">
          {props.title}
        </h1>
        <Show when={props.lead}>
          <p class="max-w-prose text-ink-soft">{props.lead}</p>
        </Show>
      </div>
      <Show when={props.actions}>
        <div class="flex flex-wrap gap-2">{props.actions}</div>
      </Show>
    </header>
  );
}
