import type { Role } from "../../../schemas/users.ts";
import { appTexts } from "../text/app/texts.ts";
import { fill } from "../text/fill.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { KeyCaps } from "../ui/key-caps.tsx";
import { pageShortcuts } from "./page-shortcuts.ts";
import { PLACES } from "./places.tsx";

/** Every shortcut of the role. */
export function ShortcutsDialog(props: { role: Role; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={props.onClose} title={appTexts().shortcuts} text={appTexts().shortcutsText}>
      <FactList
        facts={[
          ...pageShortcuts().map(({ keys, text }) => ({ name: text, value: <KeyCaps keys={keys} /> })),
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
