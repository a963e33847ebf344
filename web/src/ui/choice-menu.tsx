import { For, type JSX } from "solid-js";

/** A small choice that is always there. The system's own list: nothing to load, and the best one on a phone. */
export function ChoiceMenu(props: {
  label: string;
  icon: JSX.Element;
  shown?: string;
  options: readonly { readonly value: string; readonly text: string }[];
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label class="relative inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-lg px-2.5 text-sm text-ink-soft transition-colors duration-150 hover:bg-sunken hover:text-ink has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-majorelle">
      {props.icon}
      <span aria-hidden="true">{props.shown}</span>
      <select
        class="absolute inset-0 size-full cursor-pointer appearance-none bg-surface text-base text-ink opacity-0"
        aria-label={props.label}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.text}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
