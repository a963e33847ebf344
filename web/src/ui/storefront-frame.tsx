import type { JSX } from "solid-js";
import { Brand } from "./brand.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { ThemeMenu } from "./theme-menu.tsx";

/** Little around a person's own page: the language above it, where it comes from below. */
export function StorefrontFrame(props: { note?: string; madeWith: string; children: JSX.Element }) {
  return (
    <div class="grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr_auto]">
      <header class="flex items-center justify-between border-b border-line px-4 py-1">
        <Brand short />
        <span class="flex">
          <LanguageMenu />
          <ThemeMenu />
        </span>
      </header>
      <main id="content" class="grid">
        {props.children}
      </main>
      <footer class="grid justify-items-center gap-1 border-t border-line px-4 py-5 text-center text-xs text-ink-soft">
        <p class="max-w-prose">{props.note}</p>
        <a class="inline-flex min-h-9 items-center text-ink-soft underline underline-offset-3 hover:text-ink" href="/">
          {props.madeWith}
        </a>
      </footer>
    </div>
  );
}
