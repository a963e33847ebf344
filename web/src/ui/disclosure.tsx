import ChevronDown from "lucide-solid/icons/chevron-down";
import { createEffect, createSignal, type JSX } from "solid-js";

/** More of a page, or of a form, for those who want it. */
export function Disclosure(props: { title: string; note?: string; open?: boolean; children: JSX.Element }) {
  const [isOpen, setOpen] = createSignal(Boolean(props.open));
  // Opened from outside for what must be seen; closed only by hand.
  createEffect(() => props.open && setOpen(true));
  return (
    <details
      class="group rounded-lg border border-line"
      open={isOpen()}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary class="flex min-h-12 list-none items-center justify-between gap-3 rounded-lg px-4 py-2 text-sm font-medium hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span class="grid gap-0.5">
          {props.title}
          <span class="font-normal text-ink-soft empty:hidden">{props.note}</span>
        </span>
        <ChevronDown class="size-5 text-ink-soft transition-transform duration-150 group-open:rotate-180" />
      </summary>
      <div class="grid grid-cols-1 gap-5 border-t border-line p-4">{props.children}</div>
    </details>
  );
}
