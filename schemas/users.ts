import * as z from "zod";

export const ROLES = ["influencer", "merchant", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const ADMIN_SCOPES = ["owner", "compliance", "finance", "support"] as const;
export type AdminScope = (typeof ADMIN_SCOPES)[number];

export const LOCALES = ["fr", "en", "ar"] as const;
export type Locale = (typeof LOCALES)[number];
export const locale = z.enum(LOCALES);
