import { useNavigate } from "@solidjs/router";
import Keyboard from "lucide-solid/icons/keyboard";
import LogOut from "lucide-solid/icons/log-out";
import Settings from "lucide-solid/icons/settings";
import type { User } from "../../../schemas/users.ts";
import { useSession } from "../session.tsx";
import { appTexts } from "../text/app/texts.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Small, Strong } from "../ui/layout.tsx";
import { Menu } from "../ui/menu.tsx";
import { showShortcuts } from "./shortcuts.tsx";

/** Who is signed in, and what concerns the account. */
export function AccountMenu(props: { user: User }) {
  const session = useSession();
  const navigate = useNavigate();
  return (
    <Menu
      label={appTexts().account}
      trigger={<Avatar name={props.user.displayName} />}
      head={
        <>
          <Strong>{props.user.displayName}</Strong>
          <Small>
            <bdi>{props.user.email}</bdi>
          </Small>
        </>
      }
      actions={[
        {
          text: appTexts().settings,
          icon: <Settings />,
          onSelect: () => navigate("/settings/profile"),
        },
        { text: appTexts().shortcuts, icon: <Keyboard />, onSelect: () => showShortcuts() },
        {
          text: appTexts().signOut,
          icon: <LogOut />,
          apart: true,
          onSelect: () => void session.signOut(),
        },
      ]}
    />
  );
}
