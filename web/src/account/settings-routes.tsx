import { Navigate, type RouteDefinition } from "@solidjs/router";
import { type Component, lazy } from "solid-js";
import { RequireSession } from "../session.tsx";

const SettingsFrame = lazy(async () => ({ default: (await import("./settings-frame.tsx")).SettingsFrame }));
const ProfilePage = lazy(async () => ({ default: (await import("./profile-page.tsx")).ProfilePage }));
const SecurityPage = lazy(async () => ({ default: (await import("./security-page.tsx")).SecurityPage }));
const SessionsPage = lazy(async () => ({ default: (await import("./sessions-page.tsx")).SessionsPage }));
const ApiKeysPage = lazy(async () => ({ default: (await import("./api-keys-page.tsx")).ApiKeysPage }));
const WebhooksPage = lazy(async () => ({ default: (await import("./webhooks-page.tsx")).WebhooksPage }));
const WebhookPage = lazy(async () => ({ default: (await import("./webhook-page.tsx")).WebhookPage }));
const NotificationsPage = lazy(async () => ({ default: (await import("./notifications-page.tsx")).NotificationsPage }));
const DataPage = lazy(async () => ({ default: (await import("./data-page.tsx")).DataPage }));

/** The person's own settings, whatever the role. */
export const settingsRoutes: RouteDefinition = {
  path: "/settings",
  component: SettingsFrame,
  children: [
    { path: "/", component: () => <Navigate href="/settings/profile" /> },
    { path: "/profile", component: ProfilePage },
    { path: "/security", component: SecurityPage },
    { path: "/sessions", component: SessionsPage },
    { path: "/api-keys", component: ApiKeysPage },
    { path: "/webhooks", component: () => partiesOnly(WebhooksPage) },
    { path: "/webhooks/:id", component: () => partiesOnly(WebhookPage) },
    { path: "/notifications", component: NotificationsPage },
    { path: "/data", component: DataPage },
  ],
};

// For merchants and influencers, not for staff.
function partiesOnly(Page: Component) {
  return (
    <RequireSession roles={["merchant", "influencer"]}>
      <Page />
    </RequireSession>
  );
}
