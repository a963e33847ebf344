import { createMiddleware } from "hono/factory";
import type { ApiScope } from "../../schemas/api-keys.ts";
import { Forbidden } from "../core/errors.ts";
import { authenticateKey } from "../modules/auth/authenticate-key.ts";
import type { AppTypes } from "./app.ts";

/**
 * Guard of a route: a Bearer API key with the scope. It makes the actor, here and nowhere else.
 * @throws Unauthorized `key.missing`, `key.invalid` @throws Forbidden `key.scope_missing`, `account.suspended`
 */
export function session(scope: ApiScope) {
  return createMiddleware<AppTypes>(async function session(c, next) {
    const ctx = c.get("ctx");
    const actor = await authenticateKey(ctx, c.req.header("Authorization"));
    if (!actor.keyScopes.includes(scope)) throw new Forbidden("key.scope_missing");
    c.set("ctx", { ...ctx, actor });
    await next();
  });
}
