import { createEffect, createSignal, onCleanup, untrack } from "solid-js";

const MOVE_MS = 500;

/** A count that goes to its next value in half a second, and stands at it at once where motion is not wanted. */
export function Counting(props: { value: number; format: (value: number) => string }) {
  const [shown, setShown] = createSignal(untrack(() => props.value));
  let frame = 0;
  // Every value counts, the first too: while a page changes, a piece may be made with the number of before.
  createEffect(() => {
    const [from, next] = [untrack(shown), props.value];
    cancelAnimationFrame(frame);
    if (from === next) return;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden) return void setShown(next);
    const startedAt = performance.now();
    const step = (now: number) => {
      const share = Math.max(0, Math.min(1, (now - startedAt) / MOVE_MS));
      setShown(share < 1 ? Math.round(from + (next - from) * (1 - (1 - share) ** 3)) : next);
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  });
  onCleanup(() => cancelAnimationFrame(frame));
  return <bdi class="amount">{props.format(shown())}</bdi>;
}
