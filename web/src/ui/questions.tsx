import ChevronDown from "lucide-solid/icons/chevron-down";
import { For } from "solid-js";

/** Questions that open to their answers. */
export function Questions(props: { questions: readonly { readonly question: string; readonly answer: string }[] }) {
  return (
    <div class="grid divide-y divide-line border-y border-line">
      <For each={props.questions}>
        {(entry) => (
          <details class="group">
            <summary class="flex min-h-13 list-none items-center justify-between gap-4 py-3 font-medium [&::-webkit-details-marker]:hidden">
              {entry.question}
              <ChevronDown class="size-5 shrink-0 text-ink-soft transition-transform duration-150 group-open:rotate-180" />
            </summary>
            <p class="max-w-prose pb-5 text-ink-soft">{entry.answer}</p>
          </details>
        )}
      </For>
    </div>
  );
}
