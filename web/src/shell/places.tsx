import Bell from "lucide-solid/icons/bell";
import ChartLine from "lucide-solid/icons/chart-line";
import ClipboardList from "lucide-solid/icons/clipboard-list";
import Globe from "lucide-solid/icons/globe";
import Inbox from "lucide-solid/icons/inbox";
import KeyRound from "lucide-solid/icons/key-round";
import LayoutDashboard from "lucide-solid/icons/layout-dashboard";
import LayoutGrid from "lucide-solid/icons/layout-grid";
import Link2 from "lucide-solid/icons/link-2";
import Package from "lucide-solid/icons/package";
import Plug from "lucide-solid/icons/plug";
import Scale from "lucide-solid/icons/scale";
import Settings from "lucide-solid/icons/settings";
import ShieldAlert from "lucide-solid/icons/shield-alert";
import ShieldQuestion from "lucide-solid/icons/shield-question-mark";
import Store from "lucide-solid/icons/store";
import Users from "lucide-solid/icons/users";
import type { Component } from "solid-js";
import type { Role } from "../../../schemas/users.ts";
import type { AppTexts } from "../text/app/texts.ts";

interface RolePlace {
  readonly href: string;
  readonly text: keyof AppTexts;
  readonly icon: Component;
  /** After `g`: the key that goes there. */
  readonly key: string;
  /** Also every page under this address that is no place of its own. */
  readonly under?: string;
}

const NOTIFICATIONS: RolePlace = { href: "/settings/notifications", text: "notifications", icon: Bell, key: "n" };
const KEYS: RolePlace = { href: "/settings/api-keys", text: "apiKeys", icon: KeyRound, key: "k" };
const SETTINGS: RolePlace = {
  href: "/settings/profile",
  text: "settings",
  icon: Settings,
  key: "s",
  under: "/settings/",
};
const MARKET: RolePlace = { href: "/marketplace", text: "marketplace", icon: Store, key: "m", under: "/products/" };
const ordersOf = (role: Role): RolePlace => ({
  href: `/${role}/orders`,
  text: "orders",
  icon: ClipboardList,
  key: "d",
  under: `/${role}/orders/`,
});
const INFLUENCER: readonly RolePlace[] = [
  ordersOf("influencer"),
  { href: "/influencer/links", text: "links", icon: Link2, key: "l", under: "/influencer/links/" },
  MARKET,
  { href: "/influencer/analytics", text: "analytics", icon: ChartLine, key: "a" },
  { href: "/influencer/requests", text: "requests", icon: Inbox, key: "r" },
  { href: "/influencer/storefront", text: "storefront", icon: LayoutGrid, key: "v" },
];
const MERCHANT: readonly RolePlace[] = [
  ordersOf("merchant"),
  { href: "/merchant/products", text: "products", icon: Package, key: "p", under: "/merchant/products/" },
  { href: "/merchant/analytics", text: "analytics", icon: ChartLine, key: "a" },
  { href: "/merchant/requests", text: "requests", icon: Inbox, key: "r" },
  { href: "/merchant/influencers", text: "influencers", icon: Users, key: "i" },
  {
    href: "/merchant/integrations",
    text: "integrations",
    icon: Plug,
    key: "x",
    under: "/merchant/integrations/",
  },
  { href: "/merchant/sites", text: "sites", icon: Globe, key: "w" },
];
const claimsOf = (role: Role): RolePlace => ({
  href: `/${role}/claims`,
  text: "claims",
  icon: Scale,
  key: "c",
  under: `/${role}/claims/`,
});
const CHECKS: RolePlace = { href: "/influencer/checks", text: "checks", icon: ShieldQuestion, key: "f" };
const FRAUD: RolePlace = { href: "/admin/fraud", text: "fraud", icon: ShieldAlert, key: "f", under: "/admin/fraud/" };
const overviewOf = (role: Role): RolePlace => ({ href: `/${role}`, text: "overview", icon: LayoutDashboard, key: "o" });

/** Where each role can go: what is built, in the order of use. */
export const PLACES: Readonly<Record<Role, readonly RolePlace[]>> = {
  influencer: [overviewOf("influencer"), ...INFLUENCER, claimsOf("influencer"), CHECKS, NOTIFICATIONS, SETTINGS],
  merchant: [overviewOf("merchant"), ...MERCHANT, claimsOf("merchant"), MARKET, KEYS, NOTIFICATIONS, SETTINGS],
  admin: [overviewOf("admin"), FRAUD, claimsOf("admin"), NOTIFICATIONS, SETTINGS],
};

/** The place of the role that an address belongs to. */
export function placeOf(role: Role, address: string): RolePlace | undefined {
  const places = PLACES[role];
  return (
    places.find(({ href }) => href === address) ??
    places.find(({ under }) => under !== undefined && address.startsWith(under))
  );
}
