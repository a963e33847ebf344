import { createMiddleware } from "hono/factory";
import type { ApiScope } from "../../schemas/api-keys.ts";
import { Forbidden, Unauthorized } from "../core/errors.ts";
import { authenticateKey, recallKey } from "../modules/auth/authenticate-key.ts";
import type { AppTypes } from "./app.ts";
import { type DocumentPart, describeGuard } from "./documented.ts";

/**
 * Guard of a route: a Bearer API key with the scope. It makes the actor, here and nowhere else.
 * @throws Unauthorized `session.missing`, `key.invalid` @throws Forbidden `key.scope_missing`, `account.suspended`
 */
export function session(scope: ApiScope) {
  const guard = createMiddleware<AppTypes>(async function session(c, next) {
    const ctx = c.get("ctx");
    const actor = await authenticateKey(ctx, c.req.header("Authorization"));
    if (!actor.keyScopes.includes(scope)) throw new Forbidden("key.scope_missing");
    c.set("ctx", { ...ctx, actor });
    await next();
  });
  return describeGuard(guard, keyWith(scope));
}

/**
 * As `session`, for order intake alone: the key may come from the isolate's memory, and the commit proves it alive. When
 * it is not, it is forgotten and read again, so that the caller hears the true reason.
 */
export function sessionProvenByCommit(scope: ApiScope) {
  const guard = createMiddleware<AppTypes>(async function session(c, next) {
    const ctx = c.get("ctx");
    const authorization = c.req.header("Authorization");
    const { actor, isRecalled, forget } = await recallKey(ctx, authorization);
    if (!actor.keyScopes.includes(scope)) throw new Forbidden("key.scope_missing");
    c.set("ctx", { ...ctx, actor, ...(isRecalled ? { recalledKeyId: actor.keyId } : {}) });
    await next();
    if (!isRecalled || !(c.error instanceof Unauthorized)) return;
    forget();
    await authenticateKey(ctx, authorization);
  });
  return describeGuard(guard, keyWith(scope));
}

const keyWith = (scope: ApiScope): DocumentPart => ({
  credentials: ["apiKey"],
  scope,
  problems: ["session.missing", "key.invalid", "key.scope_missing", "account.suspended"],
});
