import Check from "lucide-solid/icons/check";
import Copy from "lucide-solid/icons/copy";
import { createSignal, Show } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";

const SAYS_COPIED_MS = 2000;

/** Something to take away as it is: a link, a key, a code. It can be selected when copying is refused. */
export function CopyField(props: { label: string; value: string }) {
  const [isCopied, setIsCopied] = createSignal(false);
  let text: HTMLElement | undefined;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.value);
      setIsCopied(true);
      setTimeout(() => setIsCopied(false), SAYS_COPIED_MS);
    } catch {
      if (text) getSelection()?.selectAllChildren(text);
    }
  };
  return (
    <div class="grid grid-cols-1 gap-1.5">
      <span class="text-sm font-medium">{props.label}</span>
      <div class="flex min-h-11 items-stretch overflow-clip rounded-lg border border-line-strong bg-surface">
        <code
          ref={(element) => {
            text = element;
          }}
          dir="ltr"
          class="min-w-0 grow self-center px-3 py-2 font-mono text-sm [overflow-wrap:anywhere]"
        >
          {props.value}
        </code>
        <button
          type="button"
          class="inline-flex shrink-0 items-center gap-2 border-s border-line px-3 text-sm font-medium text-majorelle-ink -outline-offset-3 hover:bg-sunken"
          aria-label={`${uiTexts().copy}: ${props.label}`}
          onClick={copy}
        >
          <Show when={isCopied()} fallback={<Copy class="size-4" />}>
            <Check class="size-4" />
          </Show>
          <span aria-live="polite">{isCopied() ? uiTexts().copied : uiTexts().copy}</span>
        </button>
      </div>
    </div>
  );
}
