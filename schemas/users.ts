import * as z from "zod";
import { LOCALES } from "./locales.ts";
import { moroccanPhone } from "./text.ts";

export const ROLES = ["influencer", "merchant", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const ADMIN_SCOPES = ["owner", "compliance", "finance", "support"] as const;
export type AdminScope = (typeof ADMIN_SCOPES)[number];

export { LOCALES, type Locale } from "./locales.ts";
export const locale = z.enum(LOCALES);

export const displayName = z.string().trim().min(2).max(80);

export const user = z
  .object({
    id: z.string(),
    role: z.enum(ROLES),
    phone: z.string().nullable(),
    scopes: z.array(z.enum(ADMIN_SCOPES)),
    email: z.string(),
    emailVerified: z.boolean(),
    displayName: z.string(),
    handle: z.string().nullable(),
    locale,
    state: z.enum(["active", "suspended"]),
    totpEnabled: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: "User" });
export type User = z.infer<typeof user>;

/** Only what is sent changes; null takes a phone or a handle away. */
export const updateProfile = z
  .object({
    displayName: displayName.optional(),
    handle: z
      .string()
      .trim()
      .toLowerCase()
      .refine((text) => /^[a-z0-9](?:[a-z0-9._]{1,28})[a-z0-9_]$/.test(text), { params: { code: "handle.wrong_form" } })
      .nullable()
      .optional(),
    phone: z
      .string()
      .refine((text) => moroccanPhone(text) !== undefined, { params: { code: "phone.wrong_form" } })
      .transform((text) => moroccanPhone(text) ?? text)
      .nullable()
      .optional(),
    locale: locale.optional(),
  })
  .meta({ id: "UpdateProfile" });
export type UpdateProfile = z.infer<typeof updateProfile>;

/** Deleting an account is typed to confirm: the password, and a code where two-step sign-in is on. */
export const deleteAccount = z
  .object({ password: z.string().min(1).max(200), totp: z.string().max(20).optional() })
  .meta({ id: "DeleteAccount" });
export type DeleteAccount = z.infer<typeof deleteAccount>;

export const NOTIFICATION_KINDS = [
  "account.welcome",
  "account.password_changed",
  "account.new_sign_in",
  "request.received",
  "request.approved",
  "request.rejected",
  "request.expired",
  "request.cancelled",
  "influencer.blocked",
  "order.reminder",
  "order.overdue",
  "orders.reminder",
  "orders.overdue",
  "connector.unknown_label",
  "connector.polling_failed",
  "claim.received",
  "claim.answered",
  "claim.escalated",
  "claim.decided",
  "fraud.held",
  "fraud.decided",
  "webhook.paused",
] as const;

export const notification = z
  .object({
    id: z.string(),
    kind: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    createdAt: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: "Notification" });
export type Notification = z.infer<typeof notification>;

/** The notifications to mark as read: these ids, or all of them. */
export const readNotifications = z
  .object({ ids: z.union([z.literal("all"), z.array(z.string()).min(1).max(100)]) })
  .meta({ id: "ReadNotifications" });
export type ReadNotifications = z.infer<typeof readNotifications>;
