import type { JSX } from "solid-js";

/** An action that is only an icon: `label` is its name. */
export function IconButton(props: {
  label: string;
  children: JSX.Element;
  pressed?: boolean;
  /** It keeps its place and its focus, and does nothing. */
  disabled?: boolean;
  onClick?: (event: MouseEvent) => void;
}) {
  return (
    <button
      type="button"
      class="grid size-11 place-items-center rounded-lg text-ink-soft transition-colors duration-150 hover:bg-sunken hover:text-ink aria-disabled:cursor-not-allowed aria-disabled:opacity-45"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      aria-disabled={props.disabled ? "true" : undefined}
      onClick={(event) => !props.disabled && props.onClick?.(event)}
    >
      {props.children}
    </button>
  );
}
