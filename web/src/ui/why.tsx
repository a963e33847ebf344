import CircleQuestionMark from "lucide-solid/icons/circle-question-mark";
import { createSignal, type JSX, lazy, Show, Suspense } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";

// Fetched when somebody asks: no page waits for it.
const WhyAnswer = lazy(async () => ({ default: (await import("./why-answer.tsx")).WhyAnswer }));

/** Beside a number that can surprise: the rule behind it, in a sentence or two. */
export function Why(props: { of: string; children: JSX.Element }) {
  const [isOpen, setOpen] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  const close = () => {
    setOpen(false);
    button?.focus();
  };
  return (
    <>
      <button
        ref={(element) => {
          button = element;
        }}
        type="button"
        class="inline-grid size-6 shrink-0 place-items-center rounded-full align-middle text-ink-soft hover:bg-sunken hover:text-ink"
        aria-label={`${uiTexts().why} ${props.of}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen()}
        onClick={() => setOpen(!isOpen())}
      >
        <CircleQuestionMark class="size-4" />
      </button>
      <Show when={isOpen()}>
        <Suspense>
          <WhyAnswer of={props.of} beside={button} onClose={close}>
            {props.children}
          </WhyAnswer>
        </Suspense>
      </Show>
    </>
  );
}
