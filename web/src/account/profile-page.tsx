import { Show } from "solid-js";
import { useSession } from "../session.tsx";
import { Narrow } from "../ui/layout.tsx";
import { EmailCard } from "./email-card.tsx";
import { LanguageCard } from "./language-card.tsx";
import { ProfileCard } from "./profile-card.tsx";

export function ProfilePage() {
  const session = useSession();
  return (
    <Show when={session.user()}>
      {(user) => (
        <Narrow>
          <ProfileCard user={user()} />
          <EmailCard user={user()} />
          <LanguageCard user={user()} />
        </Narrow>
      )}
    </Show>
  );
}
