import { createEffect } from "solid-js";

/** Keeps the document's title that of the page. */
export function keepTitle(title: () => string): void {
  createEffect(() => {
    document.title = title();
  });
}
