import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import GripVertical from "lucide-solid/icons/grip-vertical";
import X from "lucide-solid/icons/x";
import { For, type JSX, onCleanup, onMount } from "solid-js";
import { IconButton } from "./icon-button.tsx";

export interface SortableTexts {
  readonly up: string;
  readonly down: string;
  readonly drag: string;
  readonly remove: string;
}

/** Things in an order that is changed by dragging, or with buttons. The list is the caller's: `onMove` tells both places. */
export function SortableList(props: {
  label: string;
  ids: readonly string[];
  textsOf: (id: string) => SortableTexts;
  onMove: (from: number, to: number) => void;
  onRemove: (id: string) => void;
  children: (id: string) => JSX.Element;
}) {
  let list: HTMLOListElement | undefined;
  onMount(() => {
    let isGone = false;
    onCleanup(() => {
      isGone = true;
    });
    const dragged = (from: number, to: number) => props.onMove(from, to);
    void import("./make-sortable.ts").then(({ makeSortable }) => {
      if (list && !isGone) onGone(makeSortable(list, dragged));
    });
    let end = () => {};
    const onGone = (destroy: () => void) => {
      end = destroy;
    };
    onCleanup(() => end());
  });
  return (
    <ol
      ref={(element) => {
        list = element;
      }}
      aria-label={props.label}
      class="grid gap-2"
    >
      <For each={props.ids}>
        {(id, place) => (
          <li
            data-id={id}
            class="flex min-w-0 items-center gap-1 rounded-lg border border-line bg-surface py-1.5 pe-1 max-sm:flex-wrap"
          >
            <span
              data-grip
              title={props.textsOf(id).drag}
              class="grid size-11 shrink-0 cursor-grab touch-none place-items-center text-ink-soft"
            >
              <GripVertical />
            </span>
            <div class="min-w-0 flex-1">{props.children(id)}</div>
            <span class="flex shrink-0 max-sm:basis-full max-sm:justify-end">
              <IconButton
                label={props.textsOf(id).up}
                disabled={place() === 0}
                onClick={(event) => keepFocus(event, () => props.onMove(place(), place() - 1))}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={props.textsOf(id).down}
                disabled={place() === props.ids.length - 1}
                onClick={(event) => keepFocus(event, () => props.onMove(place(), place() + 1))}
              >
                <ArrowDown />
              </IconButton>
              <IconButton label={props.textsOf(id).remove} onClick={() => props.onRemove(id)}>
                <X />
              </IconButton>
            </span>
          </li>
        )}
      </For>
    </ol>
  );
}

// A row that moves in the document loses the focus of its buttons.
function keepFocus(event: MouseEvent, move: () => void): void {
  const pressed = event.currentTarget;
  move();
  if (pressed instanceof HTMLElement && pressed.isConnected) pressed.focus();
}
