import type { User } from "../../schemas/users.ts";

/** The first page of a person's own: an administrator without two-step sign-in may go nowhere before setting it up. */
export function homeOf(user: User): string {
  if (user.role === "admin" && !user.totpEnabled) return "/settings/security";
  return `/${user.role}`;
}

/** The address of the sign-in page that comes back to this one. */
export function loginFrom(place: { readonly pathname: string; readonly search: string }): string {
  return `/login?next=${encodeURIComponent(place.pathname + place.search)}`;
}

/** Where to go after signing in: `next` when it is a page of this very site, undefined for anything else. */
export function ownPage(next: string | readonly string[] | undefined): string | undefined {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return undefined;
  const url = URL.canParse(next, location.origin) ? new URL(next, location.origin) : undefined;
  return url?.origin === location.origin ? url.pathname + url.search + url.hash : undefined;
}
