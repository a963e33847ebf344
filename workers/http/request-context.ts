import { createMiddleware } from "hono/factory";
import { createContext } from "../platform/context.ts";
import { setAnswerHeaders } from "./answer-headers.ts";
import type { AppTypes } from "./app.ts";
import { localeOf } from "./locale.ts";

const SANE_REQUEST_ID = /^[A-Za-z0-9_.-]{8,64}$/;

/** Makes the context of a request; every answer carries its `X-Request-ID`, the caller's own if that is sane. */
export const requestContext = createMiddleware<AppTypes>(async function requestContext(c, next) {
  const asked = c.req.header("X-Request-ID") ?? "";
  const requestId = SANE_REQUEST_ID.test(asked) ? asked : crypto.randomUUID();
  const waitUntil = (work: Promise<unknown>) => c.executionCtx.waitUntil(work);
  const locale = localeOf(c.req.header("Accept-Language"));
  c.set("ctx", createContext(c.env, waitUntil, { actor: { role: "anonymous" }, locale, requestId }));
  await next();
  setAnswerHeaders(c, [["X-Request-ID", requestId]]);
});
