import { For, type JSX } from "solid-js";
import { Brand } from "./brand.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { ThemeMenu } from "./theme-menu.tsx";

export interface SiteLink {
  readonly text: string;
  readonly href: string;
  /** Served by the API, not by a page of ours. */
  readonly external?: boolean;
}

/** The frame of public pages: header, content, footer. */
export function SiteFrame(props: {
  skip: string;
  navigation: string;
  links: readonly SiteLink[];
  actions: JSX.Element;
  foot: string;
  footNavigation: string;
  footLinks: readonly SiteLink[];
  children: JSX.Element;
}) {
  return (
    <div class="grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr_auto]">
      <SkipLink text={props.skip} />
      <header class="border-b border-line bg-paper">
        <div class="mx-auto flex w-full max-w-page flex-wrap items-center px-4 py-2.5 sm:gap-1 sm:px-6">
          <div class="me-auto flex items-center gap-8">
            <Brand />
            <nav class="hidden gap-6 text-sm md:flex" aria-label={props.navigation}>
              <For each={props.links}>
                {(link) => (
                  <a class="text-ink-soft no-underline hover:text-ink" href={link.href}>
                    {link.text}
                  </a>
                )}
              </For>
            </nav>
          </div>
          <LanguageMenu />
          <div class="hidden sm:block">
            <ThemeMenu />
          </div>
          <div class="flex items-center gap-2 sm:ps-1">{props.actions}</div>
        </div>
      </header>
      <main id="content" tabindex="-1" class="outline-none">
        {props.children}
      </main>
      <footer class="border-t border-line">
        <div class="mx-auto flex w-full max-w-page flex-wrap items-start justify-between gap-x-12 gap-y-5 px-4 py-8 text-sm sm:px-6">
          <div class="grid max-w-96 justify-items-start gap-2">
            <Brand />
            <p class="text-ink-soft">{props.foot}</p>
          </div>
          <nav class="flex flex-wrap gap-x-6 gap-y-1" aria-label={props.footNavigation}>
            <For each={props.footLinks}>
              {(link) => (
                <a
                  class="py-1.5 text-ink-soft no-underline hover:text-ink hover:underline"
                  href={link.href}
                  rel={link.external ? "external" : undefined}
                >
                  {link.text}
                </a>
              )}
            </For>
          </nav>
          <div class="sm:hidden">
            <ThemeMenu />
          </div>
        </div>
      </footer>
    </div>
  );
}

/** The first stop of the keyboard: past the navigation. `target` keeps it the browser's own jump, which moves the focus. */
export function SkipLink(props: { text: string }) {
  return (
    <a
      class="absolute start-4 -top-20 z-50 rounded-md border border-line bg-surface px-4 py-2 focus:top-3"
      href="#content"
      target="_self"
    >
      {props.text}
    </a>
  );
}
