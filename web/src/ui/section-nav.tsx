import { A } from "@solidjs/router";
import { For } from "solid-js";

export interface Section {
  readonly href: string;
  readonly text: string;
}

/** Parts of one place, each with its own address. */
export function SectionNav(props: { label: string; sections: readonly Section[] }) {
  return (
    <nav class="overflow-x-auto border-b border-line" aria-label={props.label}>
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
