import { NOTIFICATION_KINDS, type Notification } from "../../../schemas/users.ts";
import { accountTexts } from "../text/account/texts.ts";
import { fill } from "../text/fill.ts";

// Names and devices come from people and browsers: isolated, so that they never turn the sentence around.
const isolated = (value: string | number | null) => `\u2068${value ?? ""}\u2069`;

type KindTexts = Readonly<Record<(typeof NOTIFICATION_KINDS)[number], string>>;

function textsOfKinds(): KindTexts {
  const texts = accountTexts().notifications;
  return {
    "account.welcome": texts.welcome,
    "account.password_changed": texts.passwordChanged,
    "account.new_sign_in": texts.newSignIn,
    "request.received": texts.requestReceived,
    "request.approved": texts.requestApproved,
    "request.rejected": texts.requestRejected,
    "request.expired": texts.requestExpired,
    "request.cancelled": texts.requestCancelled,
    "influencer.blocked": texts.influencerBlocked,
    "order.reminder": texts.orderReminder,
    "order.overdue": texts.orderOverdue,
    "orders.reminder": texts.ordersReminder,
    "orders.overdue": texts.ordersOverdue,
    "connector.unknown_label": texts.unknownLabel,
    "connector.polling_failed": texts.pollingFailed,
    "claim.received": texts.claimReceived,
    "claim.answered": texts.claimAnswered,
    "claim.escalated": texts.claimEscalated,
    "claim.decided": texts.claimDecided,
    "fraud.held": texts.fraudHeld,
    "fraud.decided": texts.fraudDecided,
    "webhook.paused": texts.webhookPaused,
  };
}

/** A notification as a sentence; a kind this page does not know yet is told in general words. */
export function notificationText({ kind, data }: Notification): string {
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, isolated(value)]));
  const known = NOTIFICATION_KINDS.find((one) => one === kind);
  return known ? fill(textsOfKinds()[known], values) : accountTexts().notifications.other;
}
