import { createMiddleware } from "hono/factory";
import type { AppTypes } from "./app.ts";
import { invalidateTags } from "./cache-versions.ts";

// Merchants stand on what they sell with their names, and take it off the market when they go or are suspended.
const ENDED_BY: readonly (readonly [path: RegExp, tags: readonly string[]])[] = [
  [/^\/api\/products(\/|$)/, ["products"]],
  [/^\/api\/(users\/me|admin\/users\/[^/]+)$/, ["products"]],
  [/^\/api\/users\/me\/storefront$/, ["storefronts"]],
  [
    /^\/api\/affiliates\/(links\/[^/]+(\/coupons)?|coupons\/[^/]+|requests\/[^/]+\/cancel|influencers\/[^/]+\/block)$/,
    ["storefronts"],
  ],
];

/** Ends the kept answers that a write which went well has made untrue, before it is answered. */
export const endedAnswers = createMiddleware<AppTypes>(async function endedAnswers(c, next) {
  await next();
  if (c.req.method === "GET" || c.req.method === "HEAD" || !c.res.ok) return;
  const [, tags] = ENDED_BY.find(([path]) => path.test(c.req.path)) ?? [];
  if (tags) await invalidateTags(c.get("ctx"), tags);
});
