import { createMiddleware } from "hono/factory";
import type { AppTypes } from "./app.ts";
import { describeGuard } from "./documented.ts";

/** Marks a route that asks for no session; the house tests hold the list of them. */
export const openToAll = createMiddleware<AppTypes>(async function openToAll(_c, next) {
  await next();
});
describeGuard(openToAll, { credentials: [] });
