import type { User } from "../../schemas/users.ts";
import { readChoice, writeChoice } from "./stored-choice.ts";

/** The first page of a person's own: an administrator without two-step sign-in may go nowhere before setting it up. */
export function homeOf(user: User): string {
  if (user.role === "admin" && !user.totpEnabled) return "/settings/security";
  return `/${user.role}`;
}

/** The address of the sign-in page that comes back to this one. */
export function loginFrom(place: { readonly pathname: string; readonly search: string }): string {
  return `/login?next=${encodeURIComponent(place.pathname + place.search)}`;
}

/** The address of the sign-up page that comes back to this one once the new address is confirmed. */
export function signUpFrom(
  role: "influencer" | "merchant",
  place: { readonly pathname: string; readonly search: string },
): string {
  return `/sign-up?role=${role}&next=${encodeURIComponent(place.pathname + place.search)}`;
}

/** Keeps where somebody wanted to go before signing up: the mail's link opens another tab, hours later perhaps. */
export function keepNext(next: string | readonly string[] | undefined): void {
  const page = ownPage(next);
  if (page) writeChoice("next", page);
}

/** The kept page, once. */
export function takeNext(): string | undefined {
  const page = ownPage(readChoice("next") ?? undefined);
  if (page) writeChoice("next", "");
  return page;
}

/** Where to go after signing in: `next` when it is a page of this very site, undefined for anything else. */
export function ownPage(next: string | readonly string[] | undefined): string | undefined {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return undefined;
  const url = URL.canParse(next, location.origin) ? new URL(next, location.origin) : undefined;
  return url?.origin === location.origin ? url.pathname + url.search + url.hash : undefined;
}
