import type { JSX } from "solid-js";
import { errorIdOf, FieldFault } from "./field.tsx";

/** Yes or no, with its sentence beside it; the sentence may hold links. */
export function Checkbox(props: {
  name: string;
  children: JSX.Element;
  checked?: boolean;
  disabled?: boolean;
  error?: string | undefined;
  onChange?: (checked: boolean) => void;
}) {
  return (
    <div class="grid gap-1.5">
      <label class="flex items-start gap-3 py-1">
        <input
          id={props.name}
          name={props.name}
          type="checkbox"
          class="mt-0.5 size-5 shrink-0 rounded-sm accent-majorelle"
          checked={props.checked}
          disabled={props.disabled}
          aria-invalid={props.error ? "true" : undefined}
          aria-describedby={props.error ? errorIdOf(props.name) : undefined}
          onChange={(event) => props.onChange?.(event.currentTarget.checked)}
        />
        <span>{props.children}</span>
      </label>
      <FieldFault name={props.name} error={props.error} />
    </div>
  );
}
