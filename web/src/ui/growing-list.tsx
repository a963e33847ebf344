import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from "solid-js";

const STEP = 100;

/** Thousands of lines, drawn as they are reached: the page stays quick. */
export function GrowingList<Item>(props: {
  label: string;
  items: readonly Item[];
  children: (item: Item) => JSX.Element;
}) {
  const [shown, setShown] = createSignal(STEP);
  createEffect(
    on(
      () => props.items,
      () => setShown(STEP),
    ),
  );
  const observer = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && setShown((count) => count + STEP),
    { rootMargin: "800px" },
  );
  onCleanup(() => observer.disconnect());
  return (
    <>
      <ul aria-label={props.label}>
        <For each={props.items.slice(0, shown())}>
          {(item) => (
            <li class="border-b border-line px-5 py-3 [contain-intrinsic-size:auto_4rem] [content-visibility:auto] last:border-0 sm:px-6">
              {props.children(item)}
            </li>
          )}
        </For>
      </ul>
      {/* Drawn anew with each step: one that stays in view is seen again. */}
      <Show when={shown() < props.items.length && shown()} keyed>
        {(_) => <div class="h-4" ref={(element) => observer.observe(element)} />}
      </Show>
    </>
  );
}
