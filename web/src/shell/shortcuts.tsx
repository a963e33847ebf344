import { useNavigate } from "@solidjs/router";
import { createSignal, lazy, onCleanup, onMount, Show, Suspense } from "solid-js";
import type { Role } from "../../../schemas/users.ts";
import { isTyping } from "../is-typing.ts";
import { PLACES } from "./places.tsx";

// Fetched when it is asked for: the first page does not wait for it.
const ShortcutsDialog = lazy(async () => ({ default: (await import("./shortcuts-dialog.tsx")).ShortcutsDialog }));
const [isShown, setIsShown] = createSignal(false);

export const showShortcuts = () => setIsShown(true);

/** `g` and a letter goes to a place, `?` shows them all. Silent while something is typed. */
export function Shortcuts(props: { role: Role }) {
  const navigate = useNavigate();
  let isGoing = false;
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const place = isGoing ? PLACES[props.role].find(({ key }) => key === event.key) : undefined;
    isGoing = event.key === "g";
    if (place) navigate(place.href);
    if (event.key === "?") setIsShown(true);
  };
  onMount(() => addEventListener("keydown", press));
  onCleanup(() => removeEventListener("keydown", press));
  return (
    <Show when={isShown()}>
      <Suspense>
        <ShortcutsDialog role={props.role} onClose={() => setIsShown(false)} />
      </Suspense>
    </Show>
  );
}
