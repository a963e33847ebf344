import type { DocumentPart } from "./documented.ts";

/** How callers prove who they are, as OpenAPI has it; the CSRF header belongs to the cookies. */
export const SECURITY_SCHEMES = {
  apiKey: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "sk_live_… or sk_test_…",
    description: "An API key of a merchant or an influencer, with the scope the operation names.",
  },
  accessToken: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "The `accessToken` that `POST /api/auth/login` answers; it ends at its `expiresAt`.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-access",
    description: "The cookie a browser gets at login; no script can read it.",
  },
  csrf: {
    type: "apiKey",
    in: "header",
    name: "X-CSRF-Token",
    description: "The value of the `__Host-csrf` cookie, sent back with every write that is proven by cookies.",
  },
} as const;

const READS = ["get", "head"];
// Only seeded keys of a development state have it: no key that can be made opens what is for staff.
const KEPT_FROM_KEYS = "admin:write";

/** The ways into an operation; one of them is enough. */
export function securityOf({ credentials = [], scope }: DocumentPart, method: string) {
  const ways = {
    none: {},
    apiKey: { apiKey: scope ? [scope] : [] },
    accessToken: { accessToken: [] },
    cookies: READS.includes(method) ? { session: [] } : { session: [], csrf: [] },
  };
  return credentials.filter((one) => one !== "apiKey" || scope !== KEPT_FROM_KEYS).map((one) => ways[one]);
}

/** Who may call, in words. */
export function accessText(part: DocumentPart): string {
  const { credentials = [] } = part;
  if (credentials.length === 0) return "Open to all.";
  const persons = [...(part.roles ?? []), ...(part.adminScopes ? ["admin"] : [])];
  if (credentials.includes("none")) return "Open to all; its owner, signed in or with a key, sees more of it.";
  const who = persons.length > 0 ? [`For: ${persons.join(", ")}.`] : [];
  const scope = part.scope && part.scope !== KEPT_FROM_KEYS ? [`An API key needs the scope \`${part.scope}\`.`] : [];
  const staff = part.adminScopes ? [`Staff need the scope ${listed([...part.adminScopes, "owner"])}.`] : [];
  const person =
    credentials.includes("apiKey") || part.adminScopes ? [] : ["For a person who has signed in: no API key."];
  return [...who, ...person, ...scope, ...staff].join(" ");
}

const listed = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(" or ");
