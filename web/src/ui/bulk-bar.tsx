import X from "lucide-solid/icons/x";
import type { JSX } from "solid-js";

/** What can be done with the rows that are chosen: stays in sight at the foot of their list. */
export function BulkBar(props: {
  label: string;
  count: string;
  clearLabel: string;
  onClear: () => void;
  children: JSX.Element;
}) {
  return (
    <div
      role="toolbar"
      aria-label={props.label}
      class="sticky bottom-18 z-20 flex animate-rise flex-wrap items-center gap-2 border-t border-line-strong bg-surface px-4 py-2.5 shadow-float sm:px-6 md:bottom-0"
    >
      <button
        type="button"
        class="-ms-2 inline-flex min-h-9 items-center gap-1.5 rounded-lg px-2 text-sm font-medium hover:bg-sunken"
        aria-label={`${props.count}. ${props.clearLabel}`}
        title={props.clearLabel}
        onClick={() => props.onClear()}
      >
        <X class="size-4 text-ink-soft" />
        <bdi class="amount">{props.count}</bdi>
      </button>
      <div class="flex flex-wrap gap-1.5">{props.children}</div>
    </div>
  );
}
