import { For } from "solid-js";

/** One of a few views of what is on the page already. */
export function FilterButtons(props: {
  label: string;
  choices: readonly { readonly value: string; readonly text: string; readonly count: string }[];
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <fieldset class="-mx-1 min-w-0 overflow-x-auto p-1" aria-label={props.label}>
      <div class="flex gap-1.5">
        <For each={props.choices}>
          {(choice) => (
            <button
              type="button"
              aria-pressed={choice.value === props.value}
              class="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-line px-3.5 text-sm whitespace-nowrap text-ink-soft transition-colors duration-150 hover:border-line-strong hover:text-ink aria-pressed:border-majorelle aria-pressed:bg-majorelle-wash aria-pressed:font-medium aria-pressed:text-majorelle-ink"
              onClick={() => props.onChange(choice.value)}
            >
              {choice.text}
              <bdi class="amount">{choice.count}</bdi>
            </button>
          )}
        </For>
      </div>
    </fieldset>
  );
}
