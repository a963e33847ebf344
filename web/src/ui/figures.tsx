import { type JSX, Show } from "solid-js";

/** A number of a table with the reason beside it, and a smaller one below. */
export function Figures(props: { main: JSX.Element; note?: JSX.Element; why?: JSX.Element }) {
  return (
    <span class="inline-grid justify-items-end gap-0.5">
      <span class="inline-flex items-center gap-1">
        {props.main}
        {props.why}
      </span>
      <Show when={props.note}>
        <bdi class="amount text-xs text-ink-soft">{props.note}</bdi>
      </Show>
    </span>
  );
}
