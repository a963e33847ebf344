import { type JSX, Show } from "solid-js";

/** One number, its name, and why it is what it is. */
export function Stat(props: { name: string; value: JSX.Element; text?: string; action?: JSX.Element }) {
  return (
    <div class="grid content-start gap-1 rounded-lg border border-line bg-surface p-5">
      <p class="text-sm text-ink-soft">{props.name}</p>
      <p class="text-xl font-semibold">{props.value}</p>
      <Show when={props.text}>
        <p class="text-sm text-ink-soft">{props.text}</p>
      </Show>
      {props.action}
    </div>
  );
}
