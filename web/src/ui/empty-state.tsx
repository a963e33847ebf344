import { type JSX, Show } from "solid-js";
import { ZelligePattern } from "./zellige-pattern.tsx";

/** Nothing here yet: what will stand here, and one button for the next step. */
export function EmptyState(props: { title: string; text: JSX.Element; icon?: JSX.Element; action?: JSX.Element }) {
  return (
    <div class="grid justify-items-center gap-3 px-5 py-10 text-center">
      <div class="relative grid size-24 place-items-center overflow-clip rounded-full border border-line bg-majorelle-wash text-majorelle-ink">
        <div class="absolute inset-0 opacity-35">
          <ZelligePattern place="medallion" />
        </div>
        <Show when={props.icon}>
          <span class="relative grid size-12 place-items-center rounded-full bg-surface [&_.lucide]:size-6">
            {props.icon}
          </span>
        </Show>
      </div>
      <p class="text-lg font-semibold">{props.title}</p>
      <p class="max-w-[34rem] text-ink-soft">{props.text}</p>
      <Show when={props.action}>
        <div class="mt-2">{props.action}</div>
      </Show>
    </div>
  );
}
