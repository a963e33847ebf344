import { For, Show } from "solid-js";
import { KeyCaps } from "./key-caps.tsx";

/** One of two or three ways to see the same thing, on the page alone. */
export function ToggleButtons(props: {
  label: string;
  choices: readonly { readonly value: string; readonly text: string; readonly key?: string }[];
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <fieldset
      class="inline-flex w-fit max-w-full min-w-0 overflow-x-auto rounded-lg border border-line p-0.5"
      aria-label={props.label}
    >
      <For each={props.choices}>
        {(choice) => (
          <button
            type="button"
            aria-pressed={choice.value === props.value}
            class="inline-flex min-h-9 items-center gap-2 rounded-md px-3 text-sm whitespace-nowrap text-ink-soft transition-colors duration-150 hover:text-ink aria-pressed:bg-majorelle-wash aria-pressed:font-medium aria-pressed:text-majorelle-ink"
            onClick={() => props.onChange(choice.value)}
          >
            {choice.text}
            <Show when={choice.key}>
              {(key) => (
                <span class="max-sm:hidden">
                  <KeyCaps keys={[key()]} />
                </span>
              )}
            </Show>
          </button>
        )}
      </For>
    </fieldset>
  );
}
