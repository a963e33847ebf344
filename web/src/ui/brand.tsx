import { Show } from "solid-js";

/** The mark, an eight-point star with a path through it, and the name. The same in every language. */
export function Brand(props: { href?: string; short?: boolean }) {
  return (
    <a
      class="inline-flex items-center gap-2 rounded-md font-semibold sm:gap-2.5 max-sm:text-sm text-ink no-underline"
      href={props.href ?? "/"}
      dir="ltr"
      aria-label={props.short ? "ShareYourSales" : undefined}
    >
      <svg viewBox="-28 -28 56 56" class="size-8 shrink-0 text-majorelle" aria-hidden="true">
        <path
          fill="currentColor"
          d="M0 -25.46 L7.46 -18 L18 -18 L18 -7.46 L25.46 0 L18 7.46 L18 18 L7.46 18 L0 25.46 L-7.46 18 L-18 18 L-18 7.46 L-25.46 0 L-18 -7.46 L-18 -18 L-7.46 -18 Z"
        />
        <path class="fill-none stroke-surface stroke-4" stroke-linecap="round" d="M-9 7 L-3 -1 L3 4 L10 -7" />
      </svg>
      <Show when={!props.short}>
        <span class="tracking-[-0.01em]">ShareYourSales</span>
      </Show>
    </a>
  );
}
