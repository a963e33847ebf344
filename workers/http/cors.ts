import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
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

/** Lets the configured origins call the browser paths; answers their preflights. */
export const browserOrigins = createMiddleware<AppTypes>(async function browserOrigins(c, next) {
  return openToBrowsers(c.req.path) ? answerOrigins(c, next) : next();
});

const answerOrigins = cors({
  origin: (origin, c) => (originsOf(c.get("ctx").config.CORS_ORIGINS).includes(origin) ? origin : null),
  allowMethods: ["GET", "POST"],
  allowHeaders: ["Authorization", "Content-Type", "Idempotency-Key"],
  exposeHeaders: TOLD,
  maxAge: DAY_SECONDS,
});

const originsOf = (list: string) =>
  list
    .split(",")
    .map((origin) => origin.trim().replace(/\/$/, ""))
    .filter((origin) => origin !== "");
