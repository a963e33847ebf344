import { createMiddleware } from "hono/factory";
import { Forbidden, Unauthorized } from "../core/errors.ts";
import { authenticateKey } from "../modules/auth/authenticate-key.ts";
import type { AppTypes } from "./app.ts";
import { describeGuard } from "./documented.ts";
import { clientOf, enforceAnonymousLimit, enforceLimit, limitNameOf } from "./rate-limit.ts";
import { accessCookieOf, refreshCookieOf } from "./session-cookies.ts";

/**
 * Guard of what a shop's page does with the key that everybody can read in it: a secret key has no business there. Counted
 * by address too, so that one visitor does not use up the shop's share.
 * @throws Unauthorized `session.missing`, `key.invalid` @throws Forbidden `key.publishable_needed`, `account.suspended`
 * @throws LimitReached `rate.limited`
 */
export const publishableKey = createMiddleware<AppTypes>(async function session(c, next) {
  await enforceAnonymousLimit(c);
  const authorization = c.req.header("Authorization");
  if (authorization === undefined && !accessCookieOf(c) && !refreshCookieOf(c))
    throw new Unauthorized("session.missing");
  if (!/^Bearer pk_/i.test(authorization ?? "")) throw new Forbidden("key.publishable_needed");
  const ctx = c.get("ctx");
  const actor = await authenticateKey(ctx, authorization);
  await enforceLimit(c, limitNameOf(c, actor), clientOf(actor));
  c.set("ctx", { ...ctx, actor });
  await next();
});
describeGuard(publishableKey, {
  credentials: ["apiKey"],
  problems: ["session.missing", "key.invalid", "key.publishable_needed", "account.suspended"],
});
