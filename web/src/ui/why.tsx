import * as Kobalte from "@kobalte/core/popover";
import CircleQuestionMark from "lucide-solid/icons/circle-question-mark";
import type { JSX } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";

/** Beside a number that can surprise: the rule behind it, in a sentence or two. */
export function Why(props: { of: string; children: JSX.Element }) {
  return (
    <Kobalte.Root placement="bottom" gutter={4}>
      <Kobalte.Trigger
        class="inline-grid size-6 shrink-0 place-items-center rounded-full align-middle text-ink-soft hover:bg-sunken hover:text-ink"
        aria-label={`${uiTexts().why} ${props.of}`}
      >
        <CircleQuestionMark class="size-4" />
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content
          class="z-50 max-w-72 animate-appear rounded-lg border border-line bg-surface p-4 text-sm text-ink shadow-float outline-none"
          aria-label={props.of}
        >
          <Kobalte.Description class="grid gap-2">{props.children}</Kobalte.Description>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
