import { type JSX, Show } from "solid-js";

/** A fact of a table and a smaller one below it, both from the start of the line. */
export function TwoLines(props: { main: JSX.Element; note?: JSX.Element }) {
  return (
    <span class="inline-grid max-w-full min-w-0 grid-cols-1 justify-items-start gap-0.5">
      {props.main}
      <Show when={props.note}>
        <span class="line-clamp-2 text-xs font-normal text-ink-soft [overflow-wrap:anywhere]">{props.note}</span>
      </Show>
    </span>
  );
}
