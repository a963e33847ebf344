import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { findTargetHandler } from "hono/utils/handler";
import { TooLarge } from "../core/errors.ts";
import type { AppTypes } from "./app.ts";

const BODY_MAX_BYTES = 64 * 1024;

const allowed = new WeakMap<object, number>();

/** Lets the bodies of the routes this guard stands before be as large as that, in bytes. */
export function allowBody<G extends object>(guard: G, maxBytes: number): G {
  allowed.set(guard, maxBytes);
  return guard;
}

/** Leaves the measuring of bodies to the routes this guard stands before: they keep a record of what is too large. */
export function measureInRoute<G extends object>(guard: G): G {
  return allowBody(guard, Number.POSITIVE_INFINITY);
}

/** @throws TooLarge `request.too_large` over 64 KB, or over what a guard of the route allows */
export const bodyWithinLimit = createMiddleware<AppTypes>(function bodyWithinLimit(c, next) {
  const limits = matchedRoutes(c).map(({ handler }) => allowed.get(findTargetHandler(handler)) ?? 0);
  if (limits.includes(Number.POSITIVE_INFINITY)) return next();
  return bodyLimit({ maxSize: Math.max(BODY_MAX_BYTES, ...limits), onError: refuse })(c, next);
});

function refuse(): never {
  throw new TooLarge("request.too_large");
}
