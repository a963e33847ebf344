import { type JSX, Show } from "solid-js";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "light" | "onNight";
export type ButtonSize = "small" | "medium" | "large";

const SHAPE =
  "relative inline-flex items-center justify-center gap-2 rounded-lg border py-1.5 text-center leading-snug font-medium no-underline transition-colors duration-150 select-none aria-disabled:cursor-not-allowed aria-disabled:opacity-55";
const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: "min-h-9 px-3 text-sm",
  medium: "min-h-11 px-4 text-base",
  large: "min-h-13 px-6 text-base",
};
const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: "border-transparent bg-majorelle text-on-majorelle hover:bg-majorelle-strong",
  secondary: "border-line-strong/60 bg-surface text-ink hover:border-line-strong hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-majorelle-ink hover:bg-sunken",
  danger: "border-transparent bg-terracotta-fill text-on-terracotta hover:bg-terracotta-ink hover:text-paper",
  light: "border-transparent bg-on-night text-night hover:bg-on-night-soft",
  onNight: "border-on-night/60 bg-transparent text-on-night hover:border-on-night hover:bg-on-night/10",
};

export interface ButtonProps {
  readonly children: JSX.Element;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly type?: "button" | "submit";
  /** Makes it a link that looks like a button. */
  readonly href?: string;
  /** The link leaves this page open: another site. */
  readonly newTab?: boolean;
  readonly icon?: JSX.Element;
  /** Stands after the words: an arrow that points onward. */
  readonly iconEnd?: JSX.Element;
  /** Work is under way: the button keeps its place and width, and takes no second press. */
  readonly loading?: boolean;
  readonly disabled?: boolean;
  readonly wide?: boolean;
  /** Only where there is room for it: another one does the same. */
  readonly hideOnPhone?: boolean;
  /** The name for assistive technology when the words alone do not say it. */
  readonly label?: string;
  readonly lang?: string;
  readonly onClick?: (event: MouseEvent) => void;
}

/** One action. Give `href` for going somewhere, `onClick` or `type="submit"` for doing something. */
export function Button(props: ButtonProps) {
  const look = () =>
    `${SHAPE} ${SIZES[props.size ?? "medium"]} ${VARIANTS[props.variant ?? "primary"]} ${props.wide ? "w-full" : ""} ${props.hideOnPhone ? "max-sm:hidden" : ""}`;
  const isOff = () => Boolean(props.disabled || props.loading);
  return (
    <Show
      when={props.href}
      fallback={
        <button
          type={props.type ?? "button"}
          class={look()}
          lang={props.lang}
          aria-label={props.label}
          aria-disabled={isOff() ? "true" : undefined}
          aria-busy={props.loading ? "true" : undefined}
          onClick={(event) => (isOff() ? event.preventDefault() : props.onClick?.(event))}
        >
          <ButtonContent {...props} />
        </button>
      }
    >
      {(href) => (
        <a
          class={look()}
          href={href()}
          target={props.newTab ? "_blank" : undefined}
          lang={props.lang}
          aria-label={props.label}
          onClick={props.onClick}
        >
          <ButtonContent {...props} />
        </a>
      )}
    </Show>
  );
}

function ButtonContent(props: ButtonProps) {
  return (
    <>
      <span class={`inline-flex items-center gap-2 [&_.lucide]:size-4.5 ${props.loading ? "opacity-0" : ""}`}>
        {props.icon}
        {props.children}
        {props.iconEnd}
      </span>
      <Show when={props.loading}>
        <span class="absolute inset-0 grid place-items-center" aria-hidden="true">
          <span class="size-5 animate-turn rounded-full border-2 border-current border-e-transparent" />
        </span>
      </Show>
    </>
  );
}
