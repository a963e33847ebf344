import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import { actorIdOf } from "../core/actor.ts";
import type { AppTypes } from "./app.ts";

/** One JSON line per answer: route pattern instead of path, so that no id, token or order number is written down. */
export const requestLog = createMiddleware<AppTypes>(async function requestLog(c, next) {
  const startedAt = Date.now();
  await next();
  const ctx = c.get("ctx");
  if (ctx.config.ENVIRONMENT === "test") return;
  ctx.log(c.res.status >= 500 ? "error" : "info", "request", {
    requestId: ctx.requestId,
    actor: actorIdOf(ctx.actor),
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    durationMs: Date.now() - startedAt,
  });
});
