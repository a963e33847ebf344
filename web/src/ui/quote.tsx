import type { JSX } from "solid-js";

/** What somebody wrote, as it was written; in whatever direction it runs. */
export function Quote(props: { quiet?: boolean; children: JSX.Element }) {
  return (
    <blockquote
      dir={props.quiet ? undefined : "auto"}
      class={`max-w-prose border-s-2 border-line ps-3 whitespace-pre-line [overflow-wrap:anywhere] ${props.quiet ? "text-sm text-ink-soft" : "text-ink"}`}
    >
      {props.children}
    </blockquote>
  );
}
