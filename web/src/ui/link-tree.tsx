import { For, Show } from "solid-js";
import { Figure } from "./figure.tsx";

export interface TreeLink {
  readonly href: string;
  readonly text: string;
  readonly count?: string | undefined;
  readonly current: boolean;
  readonly links?: readonly TreeLink[];
}

/** Parts of a whole, and their parts, each with how much it holds. */
export function LinkTree(props: { label: string; links: readonly TreeLink[] }) {
  return (
    <nav aria-label={props.label} class="grid gap-1.5">
      <p class="text-sm font-medium" aria-hidden="true">
        {props.label}
      </p>
      <Branch links={props.links} />
    </nav>
  );
}

function Branch(props: { links: readonly TreeLink[] }) {
  return (
    <ul class="grid gap-0.5">
      <For each={props.links}>
        {(link) => (
          <li>
            <a
              href={link.href}
              aria-current={link.current ? "true" : undefined}
              class="flex min-h-9 items-center justify-between gap-3 rounded-md px-2.5 text-sm text-ink-soft no-underline hover:bg-sunken hover:text-ink aria-[current]:bg-majorelle-wash aria-[current]:font-medium aria-[current]:text-majorelle-ink"
            >
              <span class="min-w-0">{link.text}</span>
              <Show when={link.count}>{(count) => <Figure>{count()}</Figure>}</Show>
            </a>
            <Show when={link.links && link.links.length > 0}>
              <div class="ms-2.5 border-s border-line ps-1.5">
                <Branch links={link.links ?? []} />
              </div>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
