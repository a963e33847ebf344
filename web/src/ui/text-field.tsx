import Eye from "lucide-solid/icons/eye";
import EyeOff from "lucide-solid/icons/eye-off";
import { createSignal, For, type JSX, Show } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";
import { CONTROL, controlBorder, describedBy, directionOf, Field, type FieldProps } from "./field.tsx";

export interface TextFieldProps extends FieldProps {
  readonly type?: "text" | "email" | "password" | "tel" | "url" | "search";
  readonly value?: string;
  readonly inputmode?: "text" | "email" | "tel" | "url" | "numeric" | "decimal" | "search";
  readonly autocomplete?: string;
  readonly placeholder?: string;
  readonly prefix?: JSX.Element;
  readonly suffix?: JSX.Element;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly autofocus?: boolean;
  readonly maxlength?: number;
  /** Left to right in every language: codes, phones, addresses. E-mails, links, phones and passwords are so by themselves. */
  readonly code?: boolean;
  /** The language of what is typed, when it is not the page's: Arabic then runs from the right. */
  readonly lang?: string;
  /** What was typed here before, offered by the browser while typing. */
  readonly suggestions?: readonly string[];
  readonly onInput?: (value: string) => void;
  /** As the person leaves the field: the moment to say what is wrong. */
  readonly onLeave?: (value: string) => void;
}

const LEFT_TO_RIGHT: readonly (string | undefined)[] = ["email", "password", "tel", "url"];

/** One line of text. A password can be shown. */
export function TextField(props: TextFieldProps) {
  const [isShown, setIsShown] = createSignal(false);
  const isPassword = () => props.type === "password";
  const isCode = () => props.code || LEFT_TO_RIGHT.includes(props.type);
  const direction = () => (isCode() ? "ltr" : directionOf(props.lang));
  return (
    <Field {...props}>
      <div class="relative flex items-center">
        <Show when={props.prefix}>
          <span class="pointer-events-none absolute start-3 text-ink-soft">{props.prefix}</span>
        </Show>
        <input
          id={props.name}
          name={props.name}
          class={`${CONTROL} ${controlBorder(props.error)} ${props.prefix ? "ps-10" : ""} ${isPassword() ? "pe-12 rtl:ps-12 rtl:pe-3" : props.suffix ? "pe-16" : ""} ${isCode() ? "rtl:text-end" : ""}`}
          type={isPassword() && isShown() ? "text" : (props.type ?? "text")}
          dir={direction()}
          lang={props.lang}
          value={props.value ?? ""}
          inputmode={props.inputmode}
          autocomplete={props.autocomplete}
          placeholder={props.placeholder}
          disabled={props.disabled}
          required={props.required}
          autofocus={props.autofocus}
          maxlength={props.maxlength}
          list={props.suggestions?.length ? `${props.name}-list` : undefined}
          spellcheck={isCode() ? false : undefined}
          autocapitalize={isCode() ? "none" : undefined}
          aria-invalid={props.error ? "true" : undefined}
          aria-describedby={describedBy(props)}
          onInput={(event) => props.onInput?.(event.currentTarget.value)}
          onBlur={(event) => props.onLeave?.(event.currentTarget.value)}
        />
        <Show when={props.suggestions?.length}>
          <datalist id={`${props.name}-list`}>
            <For each={props.suggestions}>{(suggestion) => <option value={suggestion} />}</For>
          </datalist>
        </Show>
        <Show when={isPassword()} fallback={<Suffix>{props.suffix}</Suffix>}>
          <button
            type="button"
            class="absolute end-0.5 grid size-10 place-items-center rounded-md text-ink-soft hover:text-ink"
            aria-label={isShown() ? uiTexts().hidePassword : uiTexts().showPassword}
            aria-controls={props.name}
            onClick={() => setIsShown(!isShown())}
          >
            <Show when={isShown()} fallback={<Eye class="size-5" />}>
              <EyeOff class="size-5" />
            </Show>
          </button>
        </Show>
      </div>
    </Field>
  );
}

function Suffix(props: { children: JSX.Element }) {
  return (
    <Show when={props.children}>
      <span class="pointer-events-none absolute end-3 text-sm text-ink-soft">{props.children}</span>
    </Show>
  );
}
