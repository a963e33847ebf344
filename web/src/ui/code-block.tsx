import Check from "lucide-solid/icons/check";
import Copy from "lucide-solid/icons/copy";
import { createSignal, Show } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";

const SAYS_COPIED_MS = 2000;

/** Lines of code or data, left to right in every language: to be read, and taken away as they are. */
export function CodeBlock(props: { label: string; text: string }) {
  const [isCopied, setCopied] = createSignal(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setCopied(true);
      setTimeout(() => setCopied(false), SAYS_COPIED_MS);
    } catch {
      // Refused by the browser: the text stands here and can be selected.
    }
  };
  return (
    <figure class="grid min-w-0 grid-cols-1 gap-1.5">
      <figcaption class="flex flex-wrap items-center justify-between gap-2 text-sm font-medium">
        {props.label}
        <button
          type="button"
          class="inline-flex min-h-9 items-center gap-1.5 rounded-lg px-2 text-majorelle-ink hover:bg-sunken"
          aria-label={`${uiTexts().copy}: ${props.label}`}
          onClick={() => void copy()}
        >
          <Show when={isCopied()} fallback={<Copy class="size-4" />}>
            <Check class="size-4" />
          </Show>
          <span aria-live="polite">{isCopied() ? uiTexts().copied : uiTexts().copy}</span>
        </button>
      </figcaption>
      {/* A scrolling region must be reached by keyboard. */}
      <section
        dir="ltr"
        tabindex="0"
        aria-label={props.label}
        class="max-h-96 overflow-auto rounded-lg border border-line bg-sunken p-3 -outline-offset-3"
      >
        <pre class="font-mono text-xs leading-relaxed">{props.text}</pre>
      </section>
    </figure>
  );
}
