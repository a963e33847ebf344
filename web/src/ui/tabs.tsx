import * as Kobalte from "@kobalte/core/tabs";
import { For, type JSX } from "solid-js";

export interface Tab {
  readonly value: string;
  readonly text: string;
  readonly content: () => JSX.Element;
}

/** Parts of one page, one at a time. */
export function Tabs(props: {
  label: string;
  tabs: readonly Tab[];
  value?: string;
  onChange?: (value: string) => void;
}) {
  return (
    <Kobalte.Root
      class="grid grid-cols-1 gap-5"
      defaultValue={props.value ?? props.tabs[0]?.value ?? ""}
      onChange={(value) => props.onChange?.(value)}
    >
      <div class="overflow-x-auto border-b border-line">
        <Kobalte.List class="flex gap-1" aria-label={props.label}>
          <For each={props.tabs}>
            {(tab) => (
              <Kobalte.Trigger
                value={tab.value}
                class="min-h-11 border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-ink-soft -outline-offset-3 hover:text-ink data-selected:border-majorelle data-selected:font-medium data-selected:text-ink"
              >
                {tab.text}
              </Kobalte.Trigger>
            )}
          </For>
        </Kobalte.List>
      </div>
      <For each={props.tabs}>
        {(tab) => (
          <Kobalte.Content value={tab.value} class="grid gap-5">
            {tab.content()}
          </Kobalte.Content>
        )}
      </For>
    </Kobalte.Root>
  );
}
