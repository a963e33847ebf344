import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import type { Context } from "../platform/context.ts";
import type { AppTypes } from "./app.ts";

/**
 * What a shop's pages call from the browser. Everything else, order intake with a secret key above all, stays closed to
 * other origins.
 */
export const BROWSER_PATHS = ["/api/tracking/browser-orders", "/api/tracking/t.js"] as const;

const DAY_SECONDS = 86_400;
const TOLD = ["X-Request-ID", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After"];

/** Whether pages of other origins may use the path. */
export function openToBrowsers(path: string): boolean {
  return BROWSER_PATHS.some((open) => open === path);
}

/** Whether a merchant has proven the host, or one above it, to be theirs. */
type IsShopHost = (ctx: Context, hostname: string) => Promise<boolean>;

/**
 * Lets the configured origins and the pages of shops whose hosts are verified call the browser paths; answers their
 * preflights. Which merchant's key a page holds is not asked here: a key opens touches of its own merchant alone.
 */
export function browserOrigins(isShopHost: IsShopHost) {
  const answerOrigins = cors({
    origin: async (origin, c) => ((await isAllowed(c.get("ctx"), origin, isShopHost)) ? origin : null),
    allowMethods: ["GET", "POST"],
    allowHeaders: ["Authorization", "Content-Type", "Idempotency-Key"],
    exposeHeaders: TOLD,
    maxAge: DAY_SECONDS,
  });
  return createMiddleware<AppTypes>(async function browserOrigins(c, next) {
    return openToBrowsers(c.req.path) ? answerOrigins(c, next) : next();
  });
}

async function isAllowed(ctx: Context, origin: string, isShopHost: IsShopHost): Promise<boolean> {
  if (originsOf(ctx.config.CORS_ORIGINS).includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  const isSafe = protocol === "https:" || (protocol === "http:" && ctx.config.ENVIRONMENT !== "production");
  return isSafe && isShopHost(ctx, hostname);
}

const originsOf = (list: string) =>
  list
    .split(",")
    .map((origin) => origin.trim().replace(/\/$/, ""))
    .filter((origin) => origin !== "");
