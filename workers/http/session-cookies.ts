import type { Context as HonoContext } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { OpenedSession } from "../modules/auth/open-session.ts";
import { SESSION_MS } from "../modules/auth/rules.ts";
import type { AppTypes } from "./app.ts";
import { mintCsrfToken } from "./csrf.ts";

const ACCESS = "access";
const REFRESH = "refresh";
const CSRF = "csrf";

// `__Host-`: this host alone, whole site, never over plain http but on localhost.
const COMMON = { prefix: "host", path: "/", secure: true, sameSite: "Lax" } as const;

export const accessCookieOf = (c: HonoContext<AppTypes>) => getCookie(c, ACCESS, "host");
export const refreshCookieOf = (c: HonoContext<AppTypes>) => getCookie(c, REFRESH, "host");
export const csrfCookieOf = (c: HonoContext<AppTypes>) => getCookie(c, CSRF, "host");

/** Puts a session's tokens into cookies that no script can read, and beside them the anti-forgery token that ours must. */
export async function setSessionCookies(c: HonoContext<AppTypes>, session: OpenedSession): Promise<void> {
  const ctx = c.get("ctx");
  const refreshSeconds = SESSION_MS / 1000;
  setCookie(c, ACCESS, session.answer.accessToken, {
    ...COMMON,
    httpOnly: true,
    maxAge: ctx.config.ACCESS_TOKEN_EXPIRE_MINUTES * 60,
  });
  setCookie(c, REFRESH, session.refreshToken, { ...COMMON, httpOnly: true, maxAge: refreshSeconds });
  await setCsrfCookie(c, session.sessionId);
}

/** A fresh anti-forgery token of the session, in its cookie and as the answer. */
export async function setCsrfCookie(c: HonoContext<AppTypes>, sessionId: string): Promise<string> {
  const ctx = c.get("ctx");
  const token = mintCsrfToken((await ctx.secrets()).csrfKey, sessionId, ctx.random(32));
  setCookie(c, CSRF, token, { ...COMMON, httpOnly: false, maxAge: SESSION_MS / 1000 });
  return token;
}

/** Takes all three cookies back. */
export function clearSessionCookies(c: HonoContext<AppTypes>): void {
  for (const name of [ACCESS, REFRESH, CSRF]) setCookie(c, name, "", { ...COMMON, httpOnly: name !== CSRF, maxAge: 0 });
}
