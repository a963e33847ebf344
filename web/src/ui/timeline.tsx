import { type JSX, Show } from "solid-js";

const DOTS = {
  done: "border-majorelle bg-majorelle text-on-majorelle",
  good: "border-mint-fill bg-mint-wash text-mint-ink",
  loss: "border-terracotta-fill bg-terracotta-wash text-terracotta-ink",
  quiet: "border-line-strong bg-surface text-ink-soft",
  next: "border-2 border-saffron-fill bg-saffron-wash text-saffron-ink",
  ahead: "border-dashed border-line-strong bg-surface text-ink-soft",
} as const;
export type StepTone = keyof typeof DOTS;

/** What happened to one thing, in order, and what still lies ahead. */
export function Timeline(props: { label: string; children: JSX.Element }) {
  return (
    <ol aria-label={props.label} class="grid grid-cols-1">
      {props.children}
    </ol>
  );
}

/** One step: what, when and by whom. A step taken back is struck through and says when. */
export function TimelineStep(props: {
  tone: StepTone;
  icon: JSX.Element;
  title: string;
  undone?: boolean;
  at?: JSX.Element;
  note?: JSX.Element;
  action?: JSX.Element;
  children?: JSX.Element;
}) {
  const ink = () =>
    props.undone ? "text-ink-soft line-through" : props.tone === "ahead" ? "text-ink-soft" : "text-ink";
  return (
    <li class="group grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <div class="grid grid-rows-[auto_1fr] justify-items-center">
        <span
          class={`grid size-8 place-items-center rounded-full border [&_.lucide]:size-4 ${DOTS[props.undone ? "quiet" : props.tone]}`}
        >
          {props.icon}
        </span>
        <span class="w-px bg-line-strong/60 group-last:hidden" aria-hidden="true" />
      </div>
      <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 pt-1 pb-5 group-last:pb-0">
        <div class="grid min-w-0 gap-0.5">
          <p class={`font-medium [overflow-wrap:anywhere] ${ink()}`}>
            <Show when={props.undone} fallback={props.title}>
              <s>{props.title}</s>
            </Show>
          </p>
          <p class="text-sm text-ink-soft empty:hidden">{props.at}</p>
          <Show when={props.note}>
            <p class="text-sm [overflow-wrap:anywhere]" dir="auto">
              {props.note}
            </p>
          </Show>
          {props.children}
        </div>
        {props.action}
      </div>
    </li>
  );
}
