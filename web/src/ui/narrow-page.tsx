import { type JSX, Show } from "solid-js";
import { Brand } from "./brand.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { ThemeMenu } from "./theme-menu.tsx";
import { ZelligePattern } from "./zellige-pattern.tsx";

/** A page that asks for one thing: sign in, sign up, confirm, choose a password. */
export function NarrowPage(props: { title: string; lead?: JSX.Element; foot?: JSX.Element; children: JSX.Element }) {
  return (
    <div class="relative isolate grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr] overflow-clip">
      <div class="absolute inset-0 -z-10 mask-[linear-gradient(to_bottom,black,transparent_70%)]" aria-hidden="true">
        <ZelligePattern place="behind" />
      </div>
      <header class="mx-auto flex w-full max-w-page flex-wrap items-center justify-between px-4 py-3 sm:px-6">
        <Brand />
        <div class="flex flex-wrap items-center">
          <LanguageMenu />
          <ThemeMenu />
        </div>
      </header>
      <main id="content" class="grid content-start justify-items-center gap-5 px-4 pt-4 pb-12 sm:pt-12">
        <div class="grid w-full max-w-narrow grid-cols-1 gap-6 rounded-lg border border-line bg-surface p-5 sm:p-8">
          <div class="grid gap-1">
            <h1 tabindex="-1" data-page-title class="display-type text-xl outline-none">
              {props.title}
            </h1>
            <Show when={props.lead}>
              <p class="text-ink-soft">{props.lead}</p>
            </Show>
          </div>
          {props.children}
        </div>
        <Show when={props.foot}>
          <p class="text-center text-sm text-ink-soft">{props.foot}</p>
        </Show>
      </main>
    </div>
  );
}
