import { type JSX, Show } from "solid-js";
import { ZelligePattern } from "./zellige-pattern.tsx";

/** A page that says one thing: not found, failed, offline. */
export function Lone(props: {
  icon: JSX.Element;
  title: string;
  text: JSX.Element;
  detail?: JSX.Element;
  action?: JSX.Element;
}) {
  return (
    <div class="relative isolate grid min-h-[60dvh] place-items-center overflow-clip px-4 py-12">
      <div class="absolute inset-0 -z-10 mask-[radial-gradient(closest-side,black,transparent)]">
        <ZelligePattern place="behind" />
      </div>
      <div class="grid w-full max-w-narrow justify-items-center gap-4 rounded-lg border border-line bg-surface p-8 text-center">
        <span class="grid size-12 place-items-center rounded-full bg-majorelle-wash text-majorelle-ink [&_.lucide]:size-6">
          {props.icon}
        </span>
        <h1 tabindex="-1" data-page-title class="display-type text-xl outline-none">
          {props.title}
        </h1>
        <p class="text-ink-soft">{props.text}</p>
        <Show when={props.detail}>
          <div class="text-sm text-ink-soft">{props.detail}</div>
        </Show>
        {props.action}
      </div>
    </div>
  );
}
