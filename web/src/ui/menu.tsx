import * as Kobalte from "@kobalte/core/dropdown-menu";
import Check from "lucide-solid/icons/check";
import { For, type JSX, Show } from "solid-js";

const ITEM =
  "flex min-h-11 items-center gap-3 rounded-md px-3 text-sm no-underline outline-none data-highlighted:bg-sunken data-disabled:opacity-50";

export interface MenuAction {
  readonly text: string;
  readonly icon?: JSX.Element;
  readonly danger?: boolean;
  /** A line above it. */
  readonly apart?: boolean;
  readonly onSelect: () => void;
}

/** A button that opens a list of actions. `trigger` is what the button shows, `label` its name. */
export function Menu(props: {
  label: string;
  trigger: JSX.Element;
  head?: JSX.Element;
  actions: readonly MenuAction[];
  children?: JSX.Element;
}) {
  return (
    <Kobalte.Root placement="bottom-end" gutter={6} modal={false}>
      <Kobalte.Trigger
        class="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-lg px-2 text-ink-soft transition-colors duration-150 hover:bg-sunken hover:text-ink data-expanded:bg-sunken"
        aria-label={props.label}
      >
        {props.trigger}
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="z-50 min-w-60 animate-appear rounded-lg border border-line bg-surface p-1.5 text-ink shadow-float outline-none">
          <Show when={props.head}>
            <div class="mb-1.5 border-b border-line px-3 pt-1.5 pb-2.5">{props.head}</div>
          </Show>
          {props.children}
          <For each={props.actions}>
            {(action) => (
              <>
                <Show when={action.apart}>
                  <Kobalte.Separator class="my-1.5 border-line" />
                </Show>
                <Kobalte.Item
                  class={`${ITEM} ${action.danger ? "text-terracotta-ink" : ""}`}
                  onSelect={() => action.onSelect()}
                >
                  <span class="text-ink-soft [&_.lucide]:size-4.5">{action.icon}</span>
                  {action.text}
                </Kobalte.Item>
              </>
            )}
          </For>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}

/** One of a few inside a menu. */
export function MenuChoices(props: {
  label: string;
  options: readonly { readonly value: string; readonly text: string; readonly lang?: string }[];
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Kobalte.RadioGroup value={props.value} onChange={props.onChange}>
      <Kobalte.GroupLabel class="px-3 pt-2 pb-1 text-xs text-ink-soft">{props.label}</Kobalte.GroupLabel>
      <For each={props.options}>
        {(option) => (
          <Kobalte.RadioItem class={ITEM} value={option.value} lang={option.lang}>
            <span class="grow">{option.text}</span>
            <Kobalte.ItemIndicator>
              <Check class="size-4 text-majorelle-ink" />
            </Kobalte.ItemIndicator>
          </Kobalte.RadioItem>
        )}
      </For>
    </Kobalte.RadioGroup>
  );
}
