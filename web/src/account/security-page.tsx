import { Show } from "solid-js";
import { useSession } from "../session.tsx";
import { Narrow } from "../ui/layout.tsx";
import { PasswordCard } from "./password-card.tsx";
import { TotpCard } from "./totp-card.tsx";

export function SecurityPage() {
  const session = useSession();
  return (
    <Show when={session.user()}>
      {(user) => (
        <Narrow>
          <TotpCard user={user()} />
          <PasswordCard email={user().email} />
        </Narrow>
      )}
    </Show>
  );
}
