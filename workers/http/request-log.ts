import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import { actorIdOf } from "../core/actor.ts";
import { DomainError } from "../core/errors.ts";
import { setAnswerHeaders } from "./answer-headers.ts";
import type { AppTypes } from "./app.ts";

const SIGN_IN = "/api/auth/";

/**
 * One JSON line per answer: route pattern instead of path, so that no id, token or order number is written down.
 * `Server-Timing` tells the caller the same, except at signing in, where counting queries would tell who has an account.
 */
export const requestLog = createMiddleware<AppTypes>(async function requestLog(c, next) {
  const startedAt = Date.now();
  await next();
  const ctx = c.get("ctx");
  const durationMs = Date.now() - startedAt;
  const { count, durationMs: queriesMs } = ctx.queryTally;
  const db = c.req.path.startsWith(SIGN_IN) ? "" : `, db;dur=${queriesMs};desc="${count} queries"`;
  setAnswerHeaders(c, [["Server-Timing", `total;dur=${durationMs}${db}`]]);
  if (ctx.config.ENVIRONMENT === "test") return;
  ctx.log(levelOf(c.res.status), "request", {
    requestId: ctx.requestId,
    actor: actorIdOf(ctx.actor),
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    outcome: outcomeOf(c.error, c.res.status),
    durationMs,
    queries: count,
    queriesMs,
  });
});

function levelOf(status: number) {
  if (status >= 500) return "error";
  return status === 429 ? "warn" : "info";
}

function outcomeOf(failure: Error | undefined, status: number): string {
  if (failure instanceof DomainError) return failure.code;
  if (failure || status >= 500) return "server.failed";
  return status >= 400 ? "refused" : "ok";
}
