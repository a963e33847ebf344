import Check from "lucide-solid/icons/check";
import Copy from "lucide-solid/icons/copy";
import { createSignal, type JSX, Show } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";
import { Button } from "./button.tsx";

const SAYS_COPIED_MS = 2000;

/** Takes a text away that stands elsewhere on the page. */
export function CopyButton(props: { value: string; children: JSX.Element }) {
  const [isCopied, setCopied] = createSignal(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.value);
      setCopied(true);
      setTimeout(() => setCopied(false), SAYS_COPIED_MS);
    } catch {
      // Refused by the browser: the text stands on the page and can be selected.
    }
  };
  return (
    <Button
      variant="secondary"
      icon={
        <Show when={isCopied()} fallback={<Copy class="size-4" />}>
          <Check class="size-4" />
        </Show>
      }
      onClick={() => void copy()}
    >
      <span aria-live="polite">{isCopied() ? uiTexts().copied : props.children}</span>
    </Button>
  );
}
