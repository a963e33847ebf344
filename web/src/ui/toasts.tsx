import X from "lucide-solid/icons/x";
import { createSignal, For } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";

interface Toast {
  readonly id: number;
  readonly text: string;
}

const STAYS_MS = 8000;
const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
let told = 0;

/** Tells of something that happened elsewhere; what happens here is said in its place. */
export function tell(text: string): void {
  told += 1;
  const toast = { id: told, text };
  setToasts((shown) => [...shown.slice(-2), toast]);
  setTimeout(() => forget(toast.id), STAYS_MS);
}

const forget = (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id));

/** Where toasts appear: once per page frame. */
export function Toasts() {
  return (
    <div
      class="pointer-events-none fixed inset-x-3 bottom-20 z-50 grid justify-items-end gap-2 sm:bottom-6 sm:end-6"
      role="status"
      aria-label={uiTexts().notices}
    >
      <For each={toasts()}>
        {(toast) => (
          <div class="pointer-events-auto flex w-full max-w-96 animate-rise items-center gap-2 rounded-lg border border-line bg-surface ps-4 shadow-float">
            <p class="grow py-3 text-sm">{toast.text}</p>
            <button
              type="button"
              class="grid size-11 shrink-0 place-items-center rounded-lg text-ink-soft hover:text-ink"
              aria-label={uiTexts().dismiss}
              onClick={() => forget(toast.id)}
            >
              <X class="size-4" />
            </button>
          </div>
        )}
      </For>
    </div>
  );
}
