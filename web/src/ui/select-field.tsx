import ChevronDown from "lucide-solid/icons/chevron-down";
import { For, Show } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";
import { CONTROL, controlBorder, describedBy, Field, type FieldProps } from "./field.tsx";

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value?: string;
  /** Starts with nothing chosen. */
  readonly empty?: boolean;
  readonly disabled?: boolean;
  readonly autocomplete?: string;
  readonly onChange?: (value: string) => void;
}

/** One of a few. The system's own list: the best one on a phone. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Field {...props}>
      <div class="relative">
        <select
          id={props.name}
          name={props.name}
          class={`${CONTROL} ${controlBorder(props.error)} appearance-none pe-10`}
          disabled={props.disabled}
          autocomplete={props.autocomplete}
          aria-invalid={props.error ? "true" : undefined}
          aria-describedby={describedBy(props)}
          onChange={(event) => props.onChange?.(event.currentTarget.value)}
        >
          <Show when={props.empty}>
            <option value="">{uiTexts().choose}</option>
          </Show>
          <For each={props.options}>
            {(option) => (
              <option value={option.value} selected={option.value === props.value}>
                {option.text}
              </option>
            )}
          </For>
        </select>
        <ChevronDown class="pointer-events-none absolute end-3 top-1/2 size-5 -translate-y-1/2 text-ink-soft" />
      </div>
    </Field>
  );
}
