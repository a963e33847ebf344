import type { Notification } from "../../../schemas/users.ts";
import { accountTexts } from "../text/account/texts.ts";
import { fill } from "../text/fill.ts";

// Names and devices come from people and browsers: isolated, so that they never turn the sentence around.
const isolated = (value: string | number | null) => `\u2068${value ?? ""}\u2069`;

/** A notification as a sentence; a kind this page does not know yet is told in general words. */
export function notificationText({ kind, data }: Notification): string {
  const texts = accountTexts().notifications;
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, isolated(value)]));
  if (kind === "account.welcome") return texts.welcome;
  if (kind === "account.password_changed") return texts.passwordChanged;
  return kind === "account.new_sign_in" ? fill(texts.newSignIn, values) : texts.other;
}
