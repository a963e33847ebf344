import { createEffect, createSignal, on, onCleanup } from "solid-js";

const QUIET_MS = 30_000;

/** Tells those who do not see the page what has changed on it, at most twice a minute and never at first. */
export function Spoken(props: { text: string }) {
  const [said, setSaid] = createSignal("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(
      () => props.text,
      () => {
        timer ??= setTimeout(() => {
          timer = undefined;
          setSaid(props.text);
        }, QUIET_MS);
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  return (
    <p class="sr-only" role="status">
      {said()}
    </p>
  );
}
