import type { CreatedApiKey } from "../../../schemas/api-keys.ts";
import type { AccountSession, SignedIn } from "../../../schemas/auth.ts";
import type { Notification, User } from "../../../schemas/users.ts";

export const userExample: User = {
  id: "usr_01kaz6jtvkf7s9pvmxq8r2d4hc",
  role: "influencer",
  phone: "+212612345678",
  scopes: [],
  email: "sara@example.ma",
  emailVerified: true,
  displayName: "Sara El Idrissi",
  handle: "sara.style",
  locale: "fr",
  state: "active",
  totpEnabled: false,
  createdAt: "2026-11-20T09:00:00.000Z",
};

export const registerExample = {
  email: "sara@example.ma",
  password: "tajine-citron-olives-7",
  role: "influencer",
  displayName: "Sara El Idrissi",
  locale: "fr",
  acceptTerms: true,
};

export const loginExample = { email: "sara@example.ma", password: "tajine-citron-olives-7" };

export const signedInExample: SignedIn = {
  user: userExample,
  accessToken: "eyJhbGciOiJIUzI1NiJ9.eyJzaWQiOiJzZXNfMDFrIn0.c2lnbmF0dXJl",
  expiresAt: "2026-11-23T09:15:00.000Z",
};

export const sessionExample: AccountSession = {
  id: "ses_01kaz6jtvkf7s9pvmxq8r2d4hc",
  device: "Chrome · Android",
  country: "MA",
  createdAt: "2026-11-23T09:00:00.000Z",
  lastUsedAt: "2026-11-23T09:10:00.000Z",
  isCurrent: true,
};

export const apiKeyExample: CreatedApiKey = {
  id: "key_01kaz6jtvkf7s9pvmxq8r2d4hc",
  name: "Boutique en ligne",
  prefix: "sk_live_",
  lastFour: "9xQ2",
  scopes: ["conversions:write"],
  createdAt: "2026-11-23T09:00:00.000Z",
  expiresAt: null,
  lastUsedAt: null,
  key: "sk_live_4f0TqJ3nXo0vY8mB1cZr9sKdLw7e9xQ2",
};

export const notificationExample: Notification = {
  id: "ntf_01kaz6jtvkf7s9pvmxq8r2d4hc",
  kind: "account.new_sign_in",
  data: { device: "Firefox · Windows" },
  createdAt: "2026-11-23T09:00:00.000Z",
  readAt: null,
};

export const tokenExample = "q0cYbL3x8w5sVZ1nR7tM2kPfUa4hJd6eXg9iOyTuBvE";
