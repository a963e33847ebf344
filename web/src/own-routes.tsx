import type { RouteDefinition } from "@solidjs/router";
import { settingsRoutes } from "./account/settings-routes.tsx";
import { adminRoutes } from "./admin/admin-routes.tsx";
import { influencerRoutes } from "./influencer/influencer-routes.tsx";
import { merchantRoutes } from "./merchant/merchant-routes.tsx";
import { AppShell } from "./shell/app-shell.tsx";

/** Everything behind signing in. Fetched with the first such page: visitors of the rest never wait for its list. */
export const ownRoutes: RouteDefinition = {
  path: "/",
  component: AppShell,
  children: [...influencerRoutes, ...merchantRoutes, ...adminRoutes, settingsRoutes],
};
