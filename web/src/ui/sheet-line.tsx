import ArrowRight from "lucide-solid/icons/arrow-right";
import { type JSX, Show } from "solid-js";
import { Code } from "./code.tsx";

const TONES = {
  mint: "text-mint-ink",
  blue: "text-majorelle-ink",
  neutral: "text-ink-soft",
  terracotta: "text-terracotta-ink",
} as const;

/** One line of a file: which, what it is about, what it does. */
export function SheetLine(props: {
  number: string;
  code: string;
  title: string;
  effect: string;
  tone: keyof typeof TONES;
  children: JSX.Element;
}) {
  return (
    <div class="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[6rem_minmax(0,1fr)_auto]">
      <span class="amount text-ink-soft">{props.number}</span>
      <span class="min-w-0 [overflow-wrap:anywhere]">
        <bdi class="font-medium">{props.title}</bdi>{" "}
        <span class="text-ink-soft">
          <Code>{props.code}</Code>
        </span>
      </span>
      <span class={`font-medium ${TONES[props.tone]}`}>{props.effect}</span>
      <ul class="grid gap-0.5 empty:hidden sm:col-start-2">{props.children}</ul>
    </div>
  );
}

/** One value that changes, or that cannot be taken. */
export function Change(props: { name: string; from?: string; to?: string; fault?: string }) {
  return (
    <li class="flex flex-wrap items-center gap-x-2 [overflow-wrap:anywhere]">
      <bdi class="text-ink-soft">{props.name}</bdi>
      <Show
        when={props.fault}
        fallback={
          <>
            <bdi class="text-ink-soft line-through">{props.from}</bdi>
            <ArrowRight class="size-3.5" />
            <bdi class="font-medium">{props.to}</bdi>
          </>
        }
      >
        {(fault) => <span class="text-terracotta-ink">{fault()}</span>}
      </Show>
    </li>
  );
}
