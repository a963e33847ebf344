import { createMiddleware } from "hono/factory";
import type { Context } from "../platform/context.ts";
import type { AppTypes } from "./app.ts";
import { describeGuard } from "./documented.ts";
import { enforceAnonymousLimit, enforceLimit } from "./rate-limit.ts";

/**
 * As `openToAll`, for deliveries that prove themselves by their signature: those to a sender we know are counted by the sender
 * that `parameter` of the path or query names, since one platform sends for all its shops from the same addresses; all others by address.
 * @throws LimitReached `rate.limited`
 */
export function openToSenders(parameter: string, isKnown: (ctx: Context, id: string) => Promise<boolean>) {
  const guard = createMiddleware<AppTypes>(async function openToAll(c, next) {
    const id = c.req.param(parameter) ?? c.req.query(parameter) ?? "";
    if (await isKnown(c.get("ctx"), id)) await enforceLimit(c, "webhook", id);
    else await enforceAnonymousLimit(c);
    await next();
  });
  return describeGuard(guard, { credentials: [] });
}
