import type { JSX } from "solid-js";

const GAPS = { tight: "gap-2", normal: "gap-4", loose: "gap-6", section: "gap-10" } as const;
export type Gap = keyof typeof GAPS;

/** Things below each other. */
export function Stack(props: { gap?: Gap; children: JSX.Element }) {
  return <div class={`grid min-w-0 grid-cols-1 content-start ${GAPS[props.gap ?? "normal"]}`}>{props.children}</div>;
}

/** Things beside each other, that wrap. */
export function Row(props: { gap?: Gap; between?: boolean; children: JSX.Element }) {
  return (
    <div class={`flex flex-wrap items-center ${GAPS[props.gap ?? "tight"]} ${props.between ? "justify-between" : ""}`}>
      {props.children}
    </div>
  );
}

const COLUMNS = {
  2: "md:grid-cols-2",
  3: "sm:grid-cols-2 md:grid-cols-3",
  4: "sm:grid-cols-2 lg:grid-cols-4",
} as const;

/** Equal columns that become one on a phone. */
export function Columns(props: { count: keyof typeof COLUMNS; gap?: Gap; children: JSX.Element }) {
  return <div class={`grid grid-cols-1 ${GAPS[props.gap ?? "normal"]} ${COLUMNS[props.count]}`}>{props.children}</div>;
}

/** A measure that reads well: forms and text. */
export function Narrow(props: { children: JSX.Element }) {
  return <div class="grid w-full max-w-prose gap-6">{props.children}</div>;
}

/** A form: one column, in reading order. */
export function Form(props: { label?: string; onSubmit: (form: HTMLFormElement) => void; children: JSX.Element }) {
  return (
    <form
      class="grid grid-cols-1 gap-5"
      novalidate
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit(event.currentTarget);
      }}
    >
      {props.children}
    </form>
  );
}

/** A link within text. */
export function TextLink(props: { href: string; newTab?: boolean; children: JSX.Element }) {
  return (
    <a
      class="text-majorelle-ink underline decoration-1 underline-offset-3 hover:decoration-2"
      href={props.href}
      target={props.newTab ? "_blank" : undefined}
    >
      {props.children}
    </a>
  );
}

/** Quiet text: what explains, what is less important. */
export function Small(props: { children: JSX.Element }) {
  return <p class="text-sm text-ink-soft">{props.children}</p>;
}

export function Strong(props: { children: JSX.Element }) {
  return <p class="font-medium">{props.children}</p>;
}

/** Space around something inside a card whose content reaches the edges. */
export function Inset(props: { children: JSX.Element }) {
  return <div class="p-4">{props.children}</div>;
}

/** Things below each other inside such a card, in line with its title. */
export function Gutter(props: { children: JSX.Element }) {
  return <div class="grid grid-cols-1 gap-3 px-5 pb-4 sm:px-6">{props.children}</div>;
}
