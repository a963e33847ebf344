import type { LINK_STATES } from "../../../schemas/links.ts";
import type { LinkRow } from "./tables.ts";

// No 0/o, 1/l/i, u/v: a slug is read aloud in a story and typed on a phone.
const SLUG_ALPHABET = "23456789abcdefghjkmnpqrstwxyz";
const SLUG_LENGTH = 7;

const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  "admin",
  "api",
  "app",
  "assets",
  "docs",
  "favicon",
  "health",
  "help",
  "legal",
  "liveness",
  "login",
  "logout",
  "marketplace",
  "pricing",
  "privacy",
  "readiness",
  "redoc",
  "robots",
  "signup",
  "static",
  "support",
  "terms",
]);

/** A slug of 7 unambiguous letters and digits out of 7 random bytes; 29^7 is 17 thousand million. */
export function slugFrom(random: Uint8Array): string {
  return Array.from(random.subarray(0, SLUG_LENGTH), (byte) => SLUG_ALPHABET.charAt(byte % SLUG_ALPHABET.length)).join(
    "",
  );
}

/** Whether the slug is kept for the product's own pages. */
export function isReservedSlug(slug: string): boolean {
  return RESERVED_SLUGS.has(slug);
}

/** The state people see: a running link past its end is expired. */
export function linkStateAt(link: Pick<LinkRow, "state" | "endsAt">, nowMs: number): (typeof LINK_STATES)[number] {
  return link.state === "active" && link.endsAt !== null && nowMs > link.endsAt ? "expired" : link.state;
}
