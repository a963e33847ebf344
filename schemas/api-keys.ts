import * as z from "zod";
import type { Role } from "./users.ts";

/** What an API key may do. `admin:write` is of seeded development keys alone: no endpoint gives it. */
export const API_SCOPES = [
  "conversions:read",
  "conversions:write",
  "links:read",
  "links:write",
  "products:read",
  "products:write",
  "payments:read",
  "webhooks:write",
  "analytics:read",
  "admin:write",
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

export const API_KEY_PREFIXES = ["sk_live_", "sk_test_", "pk_"] as const;

const OF_INFLUENCERS: readonly ApiScope[] = [
  "conversions:read",
  "links:read",
  "links:write",
  "products:read",
  "payments:read",
  "webhooks:write",
  "analytics:read",
];

/** The scopes that a key of the role may have: keys are for merchants and influencers (product.md, Roles). */
export const SCOPES_OF: Readonly<Record<Role, readonly ApiScope[]>> = {
  influencer: OF_INFLUENCERS,
  merchant: API_SCOPES.filter((scope) => scope !== "admin:write"),
  admin: [],
};

/** `secret` keys are for servers; `publishable` ones stand in a shop's pages and report browser touches only. */
export const createApiKey = z
  .object({
    name: z.string().trim().min(1).max(60),
    kind: z.enum(["secret", "publishable"]).default("secret"),
    scopes: z.array(z.enum(API_SCOPES)).max(API_SCOPES.length).default([]),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: "CreateApiKey" });
export type CreateApiKey = z.infer<typeof createApiKey>;

export const apiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.enum(API_KEY_PREFIXES),
    lastFour: z.string(),
    scopes: z.array(z.enum(API_SCOPES)),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof apiKey>;

/** The key itself is told once, here. */
export const createdApiKey = apiKey.extend({ key: z.string() }).meta({ id: "CreatedApiKey" });
export type CreatedApiKey = z.infer<typeof createdApiKey>;
