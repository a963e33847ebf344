import * as Kobalte from "@kobalte/core/popover";
import type { JSX } from "solid-js";

/** What `Why` says, beside its button, until it is put away. */
export function WhyAnswer(props: {
  of: string;
  beside: HTMLElement | undefined;
  onClose: () => void;
  children: JSX.Element;
}) {
  return (
    <Kobalte.Root
      open
      placement="bottom"
      gutter={4}
      anchorRef={() => props.beside}
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      <Kobalte.Portal>
        <Kobalte.Content
          class="z-50 max-w-72 animate-appear rounded-lg border border-line bg-surface p-4 text-sm text-ink shadow-float outline-none"
          aria-label={props.of}
          onInteractOutside={(event) => {
            // Its own button puts it away by its press.
            if (event.target instanceof Node && props.beside?.contains(event.target)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Kobalte.Description class="grid gap-2">{props.children}</Kobalte.Description>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
