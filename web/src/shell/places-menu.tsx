import { useNavigate } from "@solidjs/router";
import MenuIcon from "lucide-solid/icons/menu";
import type { Role } from "../../../schemas/users.ts";
import { appTexts } from "../text/app/texts.ts";
import { UNDER_THE_THUMB } from "../ui/app-frame.tsx";
import { Menu } from "../ui/menu.tsx";
import { PLACES } from "./places.tsx";

/** On a phone: the places of the role that the bottom of the screen has no room for. */
export function PlacesMenu(props: { role: Role }) {
  const navigate = useNavigate();
  const actions = () =>
    PLACES[props.role].slice(UNDER_THE_THUMB).map((place) => ({
      text: appTexts()[place.text],
      icon: <place.icon />,
      onSelect: () => navigate(place.href),
    }));
  return <Menu label={appTexts().morePages} trigger={<MenuIcon />} actions={actions()} />;
}
