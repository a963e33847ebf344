import { For, Show } from "solid-js";
import { Figure } from "./figure.tsx";

export interface FilterLink {
  readonly href: string;
  readonly text: string;
  readonly current: boolean;
  readonly count?: number | undefined;
}

/** One of a few views of a list, each with its own address. */
export function FilterLinks(props: { label: string; links: readonly FilterLink[] }) {
  return (
    <nav aria-label={props.label} class="-mx-1 overflow-x-auto px-1 py-1">
      <ul class="flex gap-1.5">
        <For each={props.links}>
          {(link) => (
            <li>
              <a
                href={link.href}
                aria-current={link.current ? "true" : undefined}
                class="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-line px-3.5 text-sm whitespace-nowrap text-ink-soft no-underline transition-colors duration-150 hover:border-line-strong hover:text-ink aria-[current]:border-majorelle aria-[current]:bg-majorelle-wash aria-[current]:font-medium aria-[current]:text-majorelle-ink"
              >
                {link.text}
                <Show when={link.count !== undefined}>
                  <Figure>{link.count}</Figure>
                </Show>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
