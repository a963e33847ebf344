import CircleAlert from "lucide-solid/icons/circle-alert";
import { type JSX, Show } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";

export const CONTROL =
  "block w-full min-h-11 rounded-lg border bg-surface px-3 text-base text-ink placeholder:text-ink-soft/75 transition-colors duration-150 disabled:bg-sunken disabled:text-ink-soft";
export const controlBorder = (error: string | undefined) =>
  error ? "border-terracotta-fill" : "border-line-strong hover:border-ink-soft";

export interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: JSX.Element;
  /** What is wrong and what to do; shown below the field. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

export const hintIdOf = (name: string) => `${name}-hint`;
export const errorIdOf = (name: string) => `${name}-error`;

/** The ids of what describes the control, for `aria-describedby`. */
export const describedBy = (props: FieldProps): string | undefined =>
  [props.hint ? hintIdOf(props.name) : "", props.error ? errorIdOf(props.name) : ""].filter(Boolean).join(" ") ||
  undefined;

/** How a field runs whose language is known; as the page does when it is not. */
export const directionOf = (lang: string | undefined) =>
  lang === undefined ? undefined : lang === "ar" ? "rtl" : "ltr";

/** Label above, hint and error below, around one control whose id is `name`. */
export function Field(props: FieldProps & { children: JSX.Element }) {
  return (
    <div class="grid grid-cols-1 gap-1.5">
      <label class="text-sm font-medium" for={props.name}>
        {props.label}
        <Show when={props.optional}>
          <span class="font-normal text-ink-soft"> ({uiTexts().optional})</span>
        </Show>
      </label>
      {props.children}
      <Show when={props.hint}>
        <p id={hintIdOf(props.name)} class="text-sm text-ink-soft">
          {props.hint}
        </p>
      </Show>
      <FieldFault name={props.name} error={props.error} />
    </div>
  );
}

export function FieldFault(props: { name: string; error?: string | undefined }) {
  return (
    <Show when={props.error}>
      <p id={errorIdOf(props.name)} class="flex items-start gap-1.5 text-sm text-terracotta-ink">
        <CircleAlert class="mt-0.5 size-4 shrink-0" />
        <span>{props.error}</span>
      </p>
    </Show>
  );
}
