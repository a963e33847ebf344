import type { Notification, Role } from "../../../schemas/users.ts";

const SAME_FOR_ALL: Readonly<Record<string, string>> = {
  "account.welcome": "/settings/profile",
  "account.password_changed": "/settings/security",
  "account.new_sign_in": "/settings/sessions",
  "request.received": "/merchant/requests",
  "request.cancelled": "/merchant/requests",
  "request.approved": "/influencer/links/new",
  "request.rejected": "/influencer/requests",
  "request.expired": "/influencer/requests",
  "influencer.blocked": "/influencer/requests",
  "orders.reminder": "/merchant/orders",
  "orders.overdue": "/merchant/orders?view=overdue",
  "connector.unknown_label": "/merchant/integrations",
  "connector.polling_failed": "/merchant/integrations",
  "fraud.held": "/influencer/checks",
  "fraud.decided": "/influencer/checks",
  "webhook.paused": "/settings/webhooks",
};

/** The page where a notification can be acted on; undefined for a kind this page does not know yet. */
export function notificationPlace({ kind, data }: Notification, role: Role): string | undefined {
  if (kind.startsWith("claim.")) return `/${role}/claims`;
  if (kind === "order.reminder" || kind === "order.overdue") {
    return `/merchant/orders?q=${encodeURIComponent(data.order ?? "")}`;
  }
  return SAME_FOR_ALL[kind];
}
