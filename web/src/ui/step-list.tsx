import { For } from "solid-js";

/** Steps in order, each with its number in the star. */
export function StepList(props: { steps: readonly { readonly title: string; readonly text: string }[] }) {
  return (
    <ol class="grid gap-6 md:grid-cols-3 md:gap-8">
      <For each={props.steps}>
        {(step, index) => (
          <li class="grid grid-cols-[auto_1fr] content-start gap-x-4 gap-y-1 md:grid-cols-1 md:gap-y-3">
            <span class="relative row-span-2 grid size-11 place-items-center md:row-span-1">
              <span class="absolute inset-1.5 rotate-45 rounded-[3px] bg-majorelle-wash" />
              <span class="absolute inset-1.5 rounded-[3px] bg-majorelle-wash" />
              <bdi class="amount relative font-semibold text-majorelle-ink">{index() + 1}</bdi>
            </span>
            <h3 class="font-semibold">{step.title}</h3>
            <p class="text-ink-soft">{step.text}</p>
          </li>
        )}
      </For>
    </ol>
  );
}
