import * as Kobalte from "@kobalte/core/dialog";
import X from "lucide-solid/icons/x";
import { type JSX, Show } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";

/** A question in front of the page. Buttons go into `actions`, the safe one first. */
export function Dialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  text?: JSX.Element;
  children?: JSX.Element;
  actions?: JSX.Element;
}) {
  // Whoever opened it has the focus again afterwards, as far as it is still there.
  let opener: Element | null = null;
  return (
    <Kobalte.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="fixed inset-0 z-40 animate-appear bg-scrim" />
        <div class="fixed inset-0 z-50 grid items-end justify-items-center overflow-y-auto p-3 sm:items-center sm:p-6">
          <Kobalte.Content
            class="grid w-full max-w-dialog animate-rise gap-4 rounded-lg border border-line bg-surface p-5 shadow-float sm:p-6"
            onOpenAutoFocus={() => {
              opener = document.activeElement;
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
            }}
          >
            <div class="flex items-start justify-between gap-4">
              <Kobalte.Title class="pt-1 text-lg font-semibold">{props.title}</Kobalte.Title>
              <Kobalte.CloseButton
                class="-me-2 -mt-1 grid size-11 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-sunken hover:text-ink"
                aria-label={uiTexts().close}
              >
                <X class="size-5" />
              </Kobalte.CloseButton>
            </div>
            <Show when={props.text}>
              <Kobalte.Description class="text-ink-soft">{props.text}</Kobalte.Description>
            </Show>
            {props.children}
            <Show when={props.actions}>
              <DialogActions>{props.actions}</DialogActions>
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}

/** The buttons at the end, also of a form that fills a dialog: the safe one first. */
export function DialogActions(props: { children: JSX.Element }) {
  return <div class="flex flex-wrap justify-end gap-2 pt-2 max-sm:*:grow">{props.children}</div>;
}
