import { createMiddleware } from "hono/factory";
import type { AppTypes } from "./app.ts";
import { describeGuard } from "./documented.ts";
import { enforceAnonymousLimit } from "./rate-limit.ts";

/**
 * Marks a route that asks for no session; the house tests hold the list of them. Counts its caller by network address.
 * @throws LimitReached `rate.limited`
 */
export const openToAll = createMiddleware<AppTypes>(async function openToAll(c, next) {
  await enforceAnonymousLimit(c);
  await next();
});
describeGuard(openToAll, { credentials: [] });
