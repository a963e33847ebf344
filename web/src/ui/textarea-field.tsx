import { CONTROL, controlBorder, describedBy, directionOf, Field, type FieldProps } from "./field.tsx";

export interface TextareaFieldProps extends FieldProps {
  readonly value?: string;
  readonly rows?: number;
  readonly maxlength?: number;
  readonly required?: boolean;
  /** The language of what is typed, when it is not the page's: Arabic then runs from the right. */
  readonly lang?: string;
  readonly onInput?: (value: string) => void;
  readonly onLeave?: (value: string) => void;
}

/** Several lines of text. */
export function TextareaField(props: TextareaFieldProps) {
  return (
    <Field {...props}>
      <textarea
        id={props.name}
        name={props.name}
        class={`${CONTROL} ${controlBorder(props.error)} resize-y py-2.5`}
        rows={props.rows ?? 4}
        maxlength={props.maxlength}
        required={props.required}
        lang={props.lang}
        dir={directionOf(props.lang)}
        value={props.value ?? ""}
        aria-invalid={props.error ? "true" : undefined}
        aria-describedby={describedBy(props)}
        onInput={(event) => props.onInput?.(event.currentTarget.value)}
        onBlur={(event) => props.onLeave?.(event.currentTarget.value)}
      />
    </Field>
  );
}
