import X from "lucide-solid/icons/x";
import { createSignal, For, Show } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";

/** What can still be done about what is told: taking it back. */
export interface ToastAction {
  readonly text: string;
  readonly run: () => void;
}

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action: ToastAction | undefined;
}

const STAYS_MS = 8000;
const STAYS_WITH_ACTION_MS = 20_000;
const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
let told = 0;

/** Tells of something that happened elsewhere; what happens here is said in its place. Answers how to put it away. */
export function tell(text: string, action?: ToastAction): () => void {
  told += 1;
  const toast = { id: told, text, action };
  setToasts((shown) => [...shown.slice(-2), toast]);
  setTimeout(() => forget(toast.id), action ? STAYS_WITH_ACTION_MS : STAYS_MS);
  return () => forget(toast.id);
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
            <Show when={toast.action}>
              {(action) => (
                <button
                  type="button"
                  class="min-h-11 shrink-0 rounded-lg px-2 text-sm font-medium text-majorelle-ink underline underline-offset-3 hover:decoration-2"
                  onClick={() => {
                    forget(toast.id);
                    action().run();
                  }}
                >
                  {action().text}
                </button>
              )}
            </Show>
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
