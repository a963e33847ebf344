import ChevronDown from "lucide-solid/icons/chevron-down";
import { For } from "solid-js";
import { CONTROL, controlBorder } from "./field.tsx";

/** One of a few that narrows a list; its first choice says what it is about. */
export function FilterSelect(props: {
  name: string;
  label: string;
  options: readonly { readonly value: string; readonly text: string }[];
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label class="relative flex w-full items-center gap-2 text-sm sm:w-auto">
      <span class="whitespace-nowrap text-ink-soft">{props.label}</span>
      <span class="relative grow">
        <select
          name={props.name}
          class={`${CONTROL} ${controlBorder(undefined)} appearance-none pe-10`}
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
        <ChevronDown class="pointer-events-none absolute end-3 top-1/2 size-5 -translate-y-1/2 text-ink-soft" />
      </span>
    </label>
  );
}
