const NAME = "__Host-csrf=";

/** The readable half of the double submit; also the sign that this browser has, or had, a session. */
export function csrfCookie(): string | undefined {
  const pair = document.cookie.split("; ").find((cookie) => cookie.startsWith(NAME));
  return pair ? decodeURIComponent(pair.slice(NAME.length)) : undefined;
}
