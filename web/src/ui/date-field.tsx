import { CONTROL, controlBorder, describedBy, Field, type FieldProps } from "./field.tsx";

/** A day. The system's own calendar: the best one on a phone. */
export function DateField(props: FieldProps & { value?: string; onInput?: (day: string) => void }) {
  return (
    <Field {...props}>
      <input
        id={props.name}
        name={props.name}
        type="date"
        class={`${CONTROL} ${controlBorder(props.error)} min-w-0 appearance-none`}
        value={props.value ?? ""}
        aria-invalid={props.error ? "true" : undefined}
        aria-describedby={describedBy(props)}
        onInput={(event) => props.onInput?.(event.currentTarget.value)}
      />
    </Field>
  );
}
