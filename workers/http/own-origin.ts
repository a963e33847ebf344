import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import { Forbidden } from "../core/errors.ts";
import type { AppTypes } from "./app.ts";
import { describeGuard } from "./documented.ts";

/**
 * For signing up, in and renewing, which no anti-forgery token protects yet: the request comes from our own pages. Browsers
 * always say where a POST comes from; a program that is none, and brings no cookie, has nothing that could be abused.
 * @throws Forbidden `origin.foreign`
 */
export const ownOrigin = createMiddleware<AppTypes>(async function ownOrigin(c, next) {
  if (!isOwnOrigin(c)) throw new Forbidden("origin.foreign");
  await next();
});
describeGuard(ownOrigin, { problems: ["origin.foreign"] });

function isOwnOrigin(c: HonoContext<AppTypes>): boolean {
  const origin = c.req.header("Origin");
  if (origin === undefined) return c.req.header("Cookie") === undefined && c.req.header("Sec-Fetch-Site") === undefined;
  return namesUs(c, origin);
}

/** A socket is opened by a GET, which no anti-forgery token guards: with cookies, it must say that it comes from us. */
export function isForeignSocket(c: HonoContext<AppTypes>): boolean {
  if (c.req.header("Upgrade")?.toLowerCase() !== "websocket") return false;
  const origin = c.req.header("Origin");
  return origin === undefined || !namesUs(c, origin);
}

function namesUs(c: HonoContext<AppTypes>, origin: string): boolean {
  const { APP_URL, ENVIRONMENT } = c.get("ctx").config;
  if (origin === new URL(APP_URL).origin) return true;
  // In development the same server is reached as localhost and as 127.0.0.1.
  return ENVIRONMENT !== "production" && origin === new URL(c.req.url).origin;
}
