import { createSignal, For, type JSX, onCleanup, Show } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";

const SHAPES = { line: "h-4 w-full", short: "h-4 w-2/5", title: "h-7 w-1/2", block: "h-28 w-full" } as const;
export type SkeletonShape = keyof typeof SHAPES;

/** The shape of what is coming, shown after 200 ms: what is quick never flickers. */
export function Skeleton(props: { shapes: readonly SkeletonShape[] }) {
  return (
    <AfterAWhile>
      <div class="grid animate-wait gap-3" role="status" aria-label={uiTexts().loading}>
        <For each={props.shapes}>{(shape) => <div class={`rounded-sm bg-sunken ${SHAPES[shape]}`} />}</For>
      </div>
    </AfterAWhile>
  );
}

function AfterAWhile(props: { children: JSX.Element }) {
  const [isLate, setIsLate] = createSignal(false);
  const timer = setTimeout(() => setIsLate(true), 200);
  onCleanup(() => clearTimeout(timer));
  return <Show when={isLate()}>{props.children}</Show>;
}
