import { For, type JSX, Show } from "solid-js";

/** A few things of one kind, each with its facts and one action. For many, or to compare: DataTable. */
export function ItemList<Item>(props: {
  label: string;
  items: readonly Item[];
  children: (item: Item) => JSX.Element;
}) {
  return (
    <ul aria-label={props.label} class="grid">
      <For each={props.items}>
        {(item) => <li class="border-b border-line px-5 py-4 last:border-0 sm:px-6">{props.children(item)}</li>}
      </For>
    </ul>
  );
}

export function Item(props: {
  title: JSX.Element;
  icon?: JSX.Element;
  badge?: JSX.Element;
  children?: JSX.Element;
  action?: JSX.Element;
}) {
  return (
    <div class="flex flex-wrap items-start gap-x-4 gap-y-3 sm:flex-nowrap">
      <Show when={props.icon}>
        <span class="mt-0.5 shrink-0 text-ink-soft">{props.icon}</span>
      </Show>
      <div class="grid min-w-0 flex-1 gap-1">
        <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span class="min-w-0 font-medium break-words">{props.title}</span>
          {props.badge}
        </div>
        <div class="grid gap-1 text-sm text-ink-soft">{props.children}</div>
      </div>
      <Show when={props.action}>
        <div class={`shrink-0 max-sm:basis-full ${props.icon ? "max-sm:ps-10" : ""}`}>{props.action}</div>
      </Show>
    </div>
  );
}

/** Small facts on a line: `Opened: 25 Nov. 2026`, `Country: Morocco`. */
export function Details(props: { details: readonly { readonly name: string; readonly value: JSX.Element }[] }) {
  return (
    <dl class="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
      <For each={props.details}>
        {(detail) => (
          <div class="flex flex-wrap gap-x-1">
            <dt class="text-ink-soft">{detail.name}</dt>
            <dd class="text-ink">{detail.value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
