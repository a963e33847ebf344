import { A, useLocation } from "@solidjs/router";
import { createEffect, For } from "solid-js";

export interface Section {
  readonly href: string;
  readonly text: string;
}

/** Parts of one place, each with its own address. */
export function SectionNav(props: { label: string; sections: readonly Section[] }) {
  const place = useLocation();
  let nav: HTMLElement | undefined;
  // On a phone the list is longer than the screen: the current part must be seen in it.
  createEffect(() => {
    const current = nav?.querySelector(`[href="${CSS.escape(place.pathname)}"]`);
    current?.scrollIntoView({ inline: "center", block: "nearest" });
  });
  return (
    <nav
      ref={(element) => {
        nav = element;
      }}
      class="overflow-x-auto border-b border-line"
      aria-label={props.label}
    >
      <ul class="flex gap-1">
        <For each={props.sections}>
          {(section) => (
            <li>
              <A
                href={section.href}
                class="inline-flex min-h-11 items-center border-b-2 px-3 text-sm whitespace-nowrap no-underline -outline-offset-3"
                activeClass="border-majorelle font-medium text-ink"
                inactiveClass="border-transparent text-ink-soft hover:text-ink"
              >
                {section.text}
              </A>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
