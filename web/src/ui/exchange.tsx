import type { JSX } from "solid-js";
import { Show } from "solid-js";
import { Avatar } from "./avatar.tsx";
import { DateText } from "./date-text.tsx";

/** What people said and did about one matter, oldest first. */
export function Exchange(props: { label: string; children: JSX.Element }) {
  return (
    <ol aria-label={props.label} class="grid">
      {props.children}
    </ol>
  );
}

/** One thing that was said or done: by whom, what, when, and the words. An `icon` stands where nobody's name does. */
export function Said(props: {
  name?: string;
  act: string;
  at: string | undefined;
  icon?: JSX.Element;
  children?: JSX.Element;
}) {
  return (
    <li class="group grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <div class="grid grid-rows-[auto_1fr] justify-items-center gap-2">
        <Show when={props.icon} fallback={<Avatar name={props.name ?? ""} />}>
          <span class="grid size-8 place-items-center rounded-full bg-sunken text-ink [&_.lucide]:size-4.5">
            {props.icon}
          </span>
        </Show>
        <span class="w-px bg-line group-last:hidden" aria-hidden="true" />
      </div>
      <div class="grid content-start gap-3 pt-1 pb-7 group-last:pb-0">
        <p class="flex flex-wrap items-baseline gap-x-1.5 gap-y-0.5">
          <Show when={props.name}>
            <bdi class="font-medium [overflow-wrap:anywhere]">{props.name}</bdi>
          </Show>
          <span class={props.name ? "text-ink-soft" : "font-medium"}>{props.act}</span>
          <Show when={props.at}>
            {(at) => (
              <span class="text-sm text-ink-soft">
                <DateText at={at()} time />
              </span>
            )}
          </Show>
        </p>
        {props.children}
      </div>
    </li>
  );
}
