import { Show } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";
import { Button } from "./button.tsx";

/** The way through a long list: back to its start, and on. Absent where one page is all. */
export function Pager(props: { first: string | undefined; next: string | undefined }) {
  return (
    <Show when={props.first ?? props.next}>
      <div class="flex flex-wrap items-center justify-between gap-2 border-t border-line px-5 py-3 sm:px-6">
        <div>
          <Show when={props.first}>
            {(href) => (
              <Button variant="quiet" size="small" href={href()}>
                {uiTexts().toStart}
              </Button>
            )}
          </Show>
        </div>
        <Show when={props.next}>
          {(href) => (
            <Button variant="secondary" size="small" href={href()}>
              {uiTexts().showNext}
            </Button>
          )}
        </Show>
      </div>
    </Show>
  );
}
