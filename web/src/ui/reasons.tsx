import Check from "lucide-solid/icons/check";
import X from "lucide-solid/icons/x";
import { type JSX, Show } from "solid-js";

/** What was weighed, and how each came out. */
export function Reasons(props: { children: JSX.Element }) {
  return <ul class="grid grid-cols-1 gap-3">{props.children}</ul>;
}

/** One thing that was weighed: it counted or it did not, and why in a sentence. */
export function Reason(props: { won: boolean; title: string; children: JSX.Element }) {
  const look = () => (props.won ? "bg-mint-wash text-mint-ink" : "bg-sunken text-ink-soft");
  return (
    <li class="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <span class={`grid size-8 place-items-center rounded-full [&_.lucide]:size-4.5 ${look()}`} aria-hidden="true">
        <Show when={props.won} fallback={<X />}>
          <Check />
        </Show>
      </span>
      <div class="grid gap-0.5 pt-1 [overflow-wrap:anywhere]">
        <p class="font-medium">{props.title}</p>
        <div class="grid gap-0.5 text-sm text-ink-soft">{props.children}</div>
      </div>
    </li>
  );
}
