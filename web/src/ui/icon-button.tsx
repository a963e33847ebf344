import type { JSX } from "solid-js";

/** An action that is only an icon: `label` is its name. */
export function IconButton(props: {
  label: string;
  children: JSX.Element;
  pressed?: boolean;
  onClick?: (event: MouseEvent) => void;
}) {
  return (
    <button
      type="button"
      class="grid size-11 place-items-center rounded-lg text-ink-soft transition-colors duration-150 hover:bg-sunken hover:text-ink"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      onClick={(event) => props.onClick?.(event)}
    >
      {props.children}
    </button>
  );
}
