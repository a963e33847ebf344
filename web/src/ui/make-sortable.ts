import Sortable from "sortablejs";

const MOVES_MS = 140;

/** Lets the rows be dragged by their grips, by mouse and touch. The document stays as it was: the caller moves the row. */
export function makeSortable(list: HTMLElement, onMove: (from: number, to: number) => void): () => void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const sortable = Sortable.create(list, {
    handle: "[data-grip]",
    // The browser's own dragging knows no touch.
    forceFallback: true,
    animation: still ? 0 : MOVES_MS,
    onEnd: ({ item, oldIndex, newIndex }) => {
      if (oldIndex === undefined || newIndex === undefined || oldIndex === newIndex) return;
      item.remove();
      list.insertBefore(item, list.children[oldIndex] ?? null);
      onMove(oldIndex, newIndex);
    },
  });
  return () => sortable.destroy();
}
