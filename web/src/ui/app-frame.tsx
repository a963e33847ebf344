import { For, type JSX, Show } from "solid-js";
import { Brand } from "./brand.tsx";
import { SkipLink } from "./site-frame.tsx";

/** How many places the bottom of a phone has room for. */
export const UNDER_THE_THUMB = 4;

export interface Place {
  readonly href: string;
  readonly text: string;
  readonly icon: JSX.Element;
  /** Where the person is now. */
  readonly current: boolean;
}

/** The frame of people signed in: sidebar on a wide screen, four places under the thumb on a phone, a bar on top. */
export function AppFrame(props: {
  skip: string;
  navigation: string;
  /** What the person is here: under the name of the product. */
  role: string;
  places: readonly Place[];
  /** On a phone, before the product's mark: the way to the places that are not under the thumb. */
  more?: JSX.Element;
  tools: JSX.Element;
  children: JSX.Element;
}) {
  return (
    <div class="min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink text={props.skip} />
      <aside class="sticky top-0 hidden h-dvh flex-col gap-6 border-e border-line bg-surface px-3 py-4 md:flex">
        <div class="grid gap-1 px-2">
          <Brand />
          <span class="ps-10.5 text-xs text-ink-soft">{props.role}</span>
        </div>
        <nav aria-label={props.navigation}>
          <ul class="grid gap-1">
            <For each={props.places}>
              {(place) => (
                <li>
                  <a
                    href={place.href}
                    aria-current={place.current ? "page" : undefined}
                    class="flex min-h-11 items-center gap-3 rounded-lg px-3 text-sm text-ink-soft no-underline transition-colors duration-150 hover:bg-sunken hover:text-ink aria-[current=page]:bg-majorelle-wash aria-[current=page]:font-medium aria-[current=page]:text-majorelle-ink"
                  >
                    {place.icon}
                    {place.text}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </nav>
      </aside>
      <div class="flex min-h-dvh min-w-0 flex-col pb-18 md:pb-0">
        <header class="sticky top-0 z-30 border-b border-line bg-paper/95 backdrop-blur-sm">
          <div class="mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-2 px-4 py-1.5 sm:px-6">
            <div class="flex items-center gap-1 md:invisible">
              {props.more}
              <Brand short />
            </div>
            <div class="flex flex-wrap items-center">{props.tools}</div>
          </div>
        </header>
        <main
          id="content"
          tabindex="-1"
          class="mx-auto grid w-full max-w-page grid-cols-1 content-start gap-6 px-4 py-6 outline-none sm:px-6 sm:py-8"
        >
          {props.children}
        </main>
      </div>
      <BottomNavigation label={props.navigation} places={props.places} />
    </div>
  );
}

function BottomNavigation(props: { label: string; places: readonly Place[] }) {
  return (
    <nav
      class="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
      aria-label={props.label}
    >
      <ul class="grid auto-cols-fr grid-flow-col">
        <For each={props.places.slice(0, UNDER_THE_THUMB)}>
          {(place) => (
            <li>
              <a
                href={place.href}
                aria-current={place.current ? "page" : undefined}
                class="grid min-h-16 content-center justify-items-center gap-0.5 text-xs text-ink-soft no-underline -outline-offset-3 aria-[current=page]:font-medium aria-[current=page]:text-majorelle-ink"
              >
                {place.icon}
                {place.text}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

/** A link of the top bar that is an icon; `marked` says that something new is there. */
export function BarLink(props: { href: string; label: string; marked?: boolean; children: JSX.Element }) {
  return (
    <a
      class="relative grid size-11 place-items-center rounded-lg text-ink-soft transition-colors duration-150 hover:bg-sunken hover:text-ink"
      href={props.href}
      aria-label={props.label}
      title={props.label}
    >
      {props.children}
      <Show when={props.marked}>
        <span class="absolute end-2.5 top-2.5 size-2.5 rounded-full border-2 border-paper bg-terracotta-fill" />
      </Show>
    </a>
  );
}
