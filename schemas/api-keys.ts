/** What an API key may do. `admin:write` stands for the console's own endpoints until admins have sessions. */
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
