import { For, type JSX, Show } from "solid-js";
import { FieldFault } from "./field.tsx";

export interface Choice {
  readonly value: string;
  readonly title: string;
  readonly text?: string;
  readonly icon?: JSX.Element;
}

/** One of two or three, each explained: radio buttons as cards. */
export function ChoiceCards(props: {
  legend: string;
  name: string;
  choices: readonly Choice[];
  value?: string;
  error?: string | undefined;
  onChange?: (value: string) => void;
}) {
  return (
    <fieldset class="grid min-w-0 grid-cols-1 gap-1.5">
      <legend class="mb-1.5 text-sm font-medium">{props.legend}</legend>
      <div class="grid grid-cols-1 gap-2">
        <For each={props.choices}>
          {(choice) => (
            <label class="flex items-start gap-3 rounded-lg border border-line-strong bg-surface p-3 transition-colors duration-150 hover:border-ink-soft has-checked:border-majorelle has-checked:bg-majorelle-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-majorelle">
              <input
                type="radio"
                name={props.name}
                value={choice.value}
                class="mt-0.5 size-5 shrink-0 accent-majorelle outline-none"
                checked={choice.value === props.value}
                onChange={() => props.onChange?.(choice.value)}
              />
              <span class="grid min-w-0 grid-cols-1 gap-0.5">
                <span class="flex items-center gap-2 font-medium [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:text-majorelle-ink">
                  {choice.icon}
                  {choice.title}
                </span>
                <Show when={choice.text}>
                  <span class="text-sm text-ink-soft">{choice.text}</span>
                </Show>
              </span>
            </label>
          )}
        </For>
      </div>
      <FieldFault name={props.name} error={props.error} />
    </fieldset>
  );
}
