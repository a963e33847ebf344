import type { Context as HonoContext } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { fieldMessage } from "../../schemas/field-messages.ts";
import type { FieldError, Problem, ProblemCode } from "../../schemas/problem.ts";
import {
  Conflict,
  DomainError,
  Forbidden,
  Invalid,
  LimitReached,
  Malformed,
  NotFound,
  TooLarge,
  Unauthorized,
  Unavailable,
  UpgradeRequired,
} from "../core/errors.ts";
import type { AppTypes } from "./app.ts";
import { problemTexts } from "./text/texts.ts";

const STATUSES: readonly (readonly [
  type: abstract new (...args: never[]) => DomainError,
  status: ContentfulStatusCode,
])[] = [
  [Malformed, 400],
  [Unauthorized, 401],
  [Forbidden, 403],
  [NotFound, 404],
  [Conflict, 409],
  [TooLarge, 413],
  [Invalid, 422],
  [UpgradeRequired, 426],
  [LimitReached, 429],
  [Unavailable, 503],
];

/** Answers every failure as problem details (RFC 9457) in the caller's language. The only place that knows statuses. */
export function answerProblem(failure: Error, c: HonoContext<AppTypes>): Response {
  if (failure instanceof DomainError) {
    const status = STATUSES.find(([type]) => failure instanceof type)?.[1] ?? 500;
    if (failure instanceof UpgradeRequired) c.header("Upgrade", "websocket");
    if (failure instanceof LimitReached) c.header("Retry-After", String(failure.retryAfterSeconds));
    return problemResponse(c, status, failure.code, failure.fields);
  }
  if (failure instanceof HTTPException && failure.status === 400) return problemResponse(c, 400, "request.malformed");
  const { log, requestId } = c.get("ctx");
  log("error", "request failed", {
    requestId,
    name: failure.name,
    error: failure.message,
    stack: failure.stack ?? null,
  });
  return problemResponse(c, 500, "server.failed");
}

/** The address nobody answers at. */
export function answerNotFound(c: HonoContext<AppTypes>): Response {
  return problemResponse(c, 404, "route.not_found");
}

function problemResponse(
  c: HonoContext<AppTypes>,
  status: ContentfulStatusCode,
  code: ProblemCode,
  fields: readonly FieldError[] = [],
): Response {
  const { locale, requestId } = c.get("ctx");
  const errors = fields.map(({ path, message }) => ({ path, message: fieldMessage(message, locale) }));
  const problem: Problem = {
    type: `urn:shareyoursales:problem:${code}`,
    ...problemTexts[locale].problems[code],
    status,
    instance: c.req.path,
    code,
    requestId,
    ...(errors.length > 0 ? { errors } : {}),
  };
  if (status === 401) c.header("WWW-Authenticate", 'Bearer realm="ShareYourSales"');
  c.header("X-Request-ID", requestId);
  return c.body(JSON.stringify(problem), status, {
    "Content-Type": "application/problem+json",
    "Content-Language": locale,
  });
}
