import { Show } from "solid-js";
import { useSession } from "../session.tsx";
import { Narrow } from "../ui/layout.tsx";
import { DeleteAccountCard } from "./delete-account-card.tsx";
import { ExportCard } from "./export-card.tsx";

export function DataPage() {
  const session = useSession();
  return (
    <Show when={session.user()}>
      {(user) => (
        <Narrow>
          <ExportCard />
          {/* An administrator's account is closed by its owner, not from here. */}
          <Show when={user().role !== "admin"}>
            <DeleteAccountCard hasTotp={user().totpEnabled} />
          </Show>
        </Narrow>
      )}
    </Show>
  );
}
