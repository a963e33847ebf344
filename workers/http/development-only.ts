import { createMiddleware } from "hono/factory";
import { NotFound } from "../core/errors.ts";
import type { AppTypes } from "./app.ts";

/** The route does not exist in production. @throws NotFound `route.not_found` there, like every unknown address */
export const developmentOnly = createMiddleware<AppTypes>(async function developmentOnly(c, next) {
  if (c.get("ctx").config.ENVIRONMENT === "production") throw new NotFound("route.not_found");
  await next();
});
