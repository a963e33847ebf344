import { useNavigate } from "@solidjs/router";
import { createSignal, onCleanup, onMount } from "solid-js";
import type { Role } from "../../../schemas/users.ts";
import { appTexts } from "../text/app/texts.ts";
import { fill } from "../text/fill.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { KeyCaps } from "../ui/key-caps.tsx";
import { PLACES } from "./places.tsx";

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
    <Dialog open={isShown()} onOpenChange={setIsShown} title={appTexts().shortcuts} text={appTexts().shortcutsText}>
      <FactList
        facts={[
          ...PLACES[props.role].map((place) => ({
            name: fill(appTexts().goTo, { page: appTexts()[place.text] }),
            value: <KeyCaps keys={["g", place.key]} />,
          })),
          { name: appTexts().shortcuts, value: <KeyCaps keys={["?"]} /> },
        ]}
      />
    </Dialog>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
