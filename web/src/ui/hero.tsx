import { type JSX, Show } from "solid-js";
import { ZelligePattern } from "./zellige-pattern.tsx";

/** The first screen: what it is, beside the proof. */
export function Hero(props: { title: string; lead: string; children?: JSX.Element; aside?: JSX.Element }) {
  return (
    <div class="relative isolate overflow-clip border-b border-line">
      <div class="absolute inset-0 -z-10 mask-[linear-gradient(to_bottom,transparent,black_55%)]">
        <ZelligePattern place="behind" />
      </div>
      <div
        class={`mx-auto grid w-full max-w-page grid-cols-1 gap-8 px-4 py-8 sm:px-6 sm:py-12 lg:gap-12 lg:py-16 ${props.aside ? "lg:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)] lg:items-center" : ""}`}
      >
        <div class="grid min-w-0 gap-6">
          <div class="grid max-w-prose gap-4">
            <h1
              tabindex="-1"
              data-page-title
              class="display-type text-[clamp(1.75rem,1.15rem+3vw,2.5rem)]/(--line-display) outline-none"
            >
              {props.title}
            </h1>
            <p class="text-base text-ink-soft sm:text-[1.0625rem]/(--line-body)">{props.lead}</p>
          </div>
          {props.children}
        </div>
        <Show when={props.aside}>{props.aside}</Show>
      </div>
    </div>
  );
}

/** A side of the market and its way in. */
export function Entry(props: { title: string; text: string; icon: JSX.Element; action: JSX.Element }) {
  return (
    <div class="grid grid-cols-1 grid-rows-[1fr_auto] gap-4 rounded-lg border border-line bg-surface p-4">
      <div class="grid content-start gap-1">
        <p class="flex items-center gap-2 font-semibold">
          <span class="text-majorelle-ink">{props.icon}</span>
          {props.title}
        </p>
        <p class="text-sm text-ink-soft">{props.text}</p>
      </div>
      {props.action}
    </div>
  );
}
