import type { JSX } from "solid-js";
import { errorIdOf, FieldFault } from "./field.tsx";

/** Fields that answer one question: the question above, its fault below. */
export function FieldGroup(props: { legend: string; name: string; error?: string | undefined; children: JSX.Element }) {
  return (
    <fieldset
      id={props.name}
      tabindex="-1"
      class="grid gap-1.5 outline-none"
      aria-describedby={props.error ? errorIdOf(props.name) : undefined}
    >
      <legend class="mb-1.5 text-sm font-medium">{props.legend}</legend>
      <div class="grid gap-x-4 sm:grid-cols-2">{props.children}</div>
      <FieldFault name={props.name} error={props.error} />
    </fieldset>
  );
}
