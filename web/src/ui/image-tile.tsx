import ChevronLeft from "lucide-solid/icons/chevron-left";
import ChevronRight from "lucide-solid/icons/chevron-right";
import Trash from "lucide-solid/icons/trash";
import { type JSX, Show } from "solid-js";
import { CONTROL, controlBorder } from "./field.tsx";
import { IconButton } from "./icon-button.tsx";

/** Pictures beside each other, in their order. */
export function ImageTiles(props: { label: string; children: JSX.Element }) {
  return (
    <ol aria-label={props.label} class="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {props.children}
    </ol>
  );
}

/** One picture: its place among the others, what it shows, and the way out. */
export function ImageTile(props: {
  url: string;
  /** What it shows, or its place where nobody has said it. */
  alt: string;
  /** As it was described; may be empty. */
  described: string;
  badge?: JSX.Element;
  altLabel: string;
  altHint: string;
  onAlt: (alt: string) => void;
  /** Absent at the start, or at the end, of the row. */
  earlier?: { readonly label: string; readonly onClick: () => void } | undefined;
  later?: { readonly label: string; readonly onClick: () => void } | undefined;
  remove: { readonly label: string; readonly onClick: () => void };
}) {
  return (
    <li class="grid content-start gap-2">
      <div class="relative overflow-clip rounded-lg border border-line bg-sunken">
        <img
          class="aspect-square w-full object-cover"
          src={props.url}
          alt={props.alt}
          loading="lazy"
          decoding="async"
        />
        <span class="absolute start-2 top-2">{props.badge}</span>
      </div>
      <div class="flex items-center justify-between">
        <span class="flex">
          <Show when={props.earlier}>
            {(move) => (
              <IconButton label={move().label} onClick={() => move().onClick()}>
                <ChevronLeft class="rtl:-scale-x-100" />
              </IconButton>
            )}
          </Show>
          <Show when={props.later}>
            {(move) => (
              <IconButton label={move().label} onClick={() => move().onClick()}>
                <ChevronRight />
              </IconButton>
            )}
          </Show>
        </span>
        <IconButton label={props.remove.label} onClick={() => props.remove.onClick()}>
          <Trash />
        </IconButton>
      </div>
      <input
        class={`${CONTROL} ${controlBorder(undefined)} text-sm`}
        value={props.described}
        maxlength={200}
        placeholder={props.altHint}
        aria-label={props.altLabel}
        autocomplete="off"
        onChange={(event) => props.onAlt(event.currentTarget.value)}
      />
    </li>
  );
}
