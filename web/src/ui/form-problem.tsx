import { createEffect, For, Show } from "solid-js";
import type { Problem } from "../../../schemas/problem.ts";
import { fill } from "../text/fill.ts";
import { uiTexts } from "../text/ui/texts.ts";

export type FormFault = Pick<Problem, "title"> & Partial<Pick<Problem, "detail" | "errors" | "requestId">>;

/** What went wrong, on top of the form that was sent; takes the focus when it appears. Each field error leads to its field. */
export function FormProblem(props: { problem: FormFault | undefined; labels?: Readonly<Record<string, string>> }) {
  let box: HTMLDivElement | undefined;
  createEffect(() => {
    if (props.problem) box?.focus();
  });
  return (
    <Show when={props.problem}>
      {(problem) => (
        <div
          ref={(element) => {
            box = element;
          }}
          tabindex="-1"
          role="alert"
          class="grid gap-2 rounded-lg border border-terracotta-fill/45 bg-terracotta-wash p-4"
        >
          <p class="font-medium text-terracotta-ink">{problem().title}</p>
          <Show when={problem().detail}>
            <p class="text-sm">{problem().detail}</p>
          </Show>
          <Show when={problem().errors?.length}>
            <ul class="grid gap-1 text-sm">
              <For each={problem().errors}>
                {(error) => (
                  <li>
                    <a
                      class="underline underline-offset-3"
                      href={`#${error.path}`}
                      onClick={(event) => goTo(event, error.path)}
                    >
                      {lineOf(error.message, props.labels?.[error.path])}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <Show when={problem().requestId}>
            <p class="text-xs text-ink-soft">
              {uiTexts().requestId} <bdi class="font-mono">{problem().requestId}</bdi>
            </p>
          </Show>
        </div>
      )}
    </Show>
  );
}

const lineOf = (error: string, field: string | undefined) =>
  field ? fill(uiTexts().fieldError, { field, error }) : error;

// Not the address: a router would take the hash for a place to go.
function goTo(event: MouseEvent, path: string): void {
  const field = document.getElementById(path) ?? document.getElementsByName(path)[0];
  event.preventDefault();
  field?.focus();
}
