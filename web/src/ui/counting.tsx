import { createEffect, createSignal, on, onCleanup } from "solid-js";

const MOVE_MS = 500;

/** A count that goes to its next value in half a second, and stands at it at once where motion is not wanted. */
export function Counting(props: { value: number; format: (value: number) => string }) {
  const [shown, setShown] = createSignal(props.value);
  let frame = 0;
  createEffect(
    on(
      () => props.value,
      (next) => {
        cancelAnimationFrame(frame);
        const from = shown();
        if (matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden) return void setShown(next);
        const startedAt = performance.now();
        const step = (now: number) => {
          const share = Math.min(1, (now - startedAt) / MOVE_MS);
          setShown(Math.round(from + (next - from) * (1 - (1 - share) ** 3)));
          if (share < 1) frame = requestAnimationFrame(step);
        };
        frame = requestAnimationFrame(step);
      },
      { defer: true },
    ),
  );
  onCleanup(() => cancelAnimationFrame(frame));
  return <bdi class="amount">{props.format(shown())}</bdi>;
}
