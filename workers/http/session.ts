import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import type { ApiScope } from "../../schemas/api-keys.ts";
import type { UserActor } from "../core/actor.ts";
import { Forbidden, Unauthorized } from "../core/errors.ts";
import { authenticateKey, recallKey } from "../modules/auth/authenticate-key.ts";
import { authenticateSession } from "../modules/auth/authenticate-session.ts";
import type { AppTypes } from "./app.ts";
import { isCsrfTokenOf } from "./csrf.ts";
import { type DocumentPart, describeGuard } from "./documented.ts";
import { isForeignSocket } from "./own-origin.ts";
import { clientOf, enforceAnonymousLimit, enforceLimit, limitNameOf } from "./rate-limit.ts";
import { accessCookieOf, csrfCookieOf, refreshCookieOf } from "./session-cookies.ts";

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);
// Three parts between dots: a token of a login, never an API key.
const ACCESS_TOKEN = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Guard of a route: an API key with the scope, or somebody who has signed in. It makes the actor, here and nowhere else.
 * @throws Unauthorized `session.missing`, `session.expired`, `key.invalid`
 * @throws Forbidden `key.scope_missing`, `account.suspended`, `csrf.invalid`, `totp.obligatory` @throws LimitReached `rate.limited`
 */
export function session(scope: ApiScope) {
  const guard = createMiddleware<AppTypes>(async function session(c, next) {
    await admit(c, await actorOf(c), scope);
    await next();
  });
  return describeGuard(guard, keyOrSession(scope));
}

/**
 * Guard of what anyone may read, and its owner sees more of: without credentials as `openToAll`, with any as `session`.
 * @throws what `session` throws, for credentials that are wrong
 */
export function sessionIfAny(scope: ApiScope) {
  const guard = createMiddleware<AppTypes>(async function sessionIfAny(c, next) {
    const isAnonymous = c.req.header("Authorization") === undefined && !accessCookieOf(c) && !refreshCookieOf(c);
    if (isAnonymous) await enforceAnonymousLimit(c);
    else await admit(c, await actorOf(c), scope);
    await next();
  });
  const { credentials = [], ...part } = keyOrSession(scope);
  return describeGuard(guard, { ...part, credentials: ["none", ...credentials] });
}

/**
 * Guard of what only the person may do, never a program: profile, security, keys. An admin without a second factor gets
 * this far, to set one up.
 * @throws Unauthorized `session.missing`, `session.expired` @throws Forbidden `session.required`, `account.suspended`, `csrf.invalid`
 */
export const signedInOnly = createMiddleware<AppTypes>(async function session(c, next) {
  const ctx = c.get("ctx");
  const actor = await actorOf(c);
  await enforceLimit(c, limitNameOf(c, actor), clientOf(actor));
  if (actor.via.kind !== "session") throw new Forbidden("session.required");
  c.set("ctx", { ...ctx, actor });
  await next();
});

/**
 * As `session`, for order intake alone: the key may come from the isolate's memory, and the commit proves it alive. When
 * it is not, it is forgotten and read again, so that the caller hears the true reason.
 */
export function sessionProvenByCommit(scope: ApiScope) {
  const guard = createMiddleware<AppTypes>(async function session(c, next) {
    const authorization = c.req.header("Authorization");
    if (authorization === undefined || ACCESS_TOKEN.test(authorization)) {
      await admit(c, await actorOf(c), scope);
      return next();
    }
    const { actor, isRecalled, forget } = await recallKey(c.get("ctx"), authorization);
    await admit(c, actor, scope);
    if (isRecalled && actor.via.kind === "key") c.set("ctx", { ...c.get("ctx"), recalledKeyId: actor.via.keyId });
    await next();
    if (!isRecalled || !(c.error instanceof Unauthorized)) return;
    forget();
    await authenticateKey(c.get("ctx"), authorization);
  });
  return describeGuard(guard, keyOrSession(scope));
}

// Counted, allowed, and from here on the one who acts.
async function admit(c: HonoContext<AppTypes>, actor: UserActor, scope: ApiScope): Promise<void> {
  await enforceLimit(c, limitNameOf(c, actor), clientOf(actor));
  if (actor.via.kind === "key" && !actor.via.scopes.includes(scope)) throw new Forbidden("key.scope_missing");
  requireSecondFactor(actor);
  c.set("ctx", { ...c.get("ctx"), actor });
}

const keyOrSession = (scope: ApiScope): DocumentPart => ({
  credentials: ["apiKey", "accessToken", "cookies"],
  scope,
  problems: [...SESSION_PROBLEMS, "key.invalid", "key.scope_missing", "totp.obligatory"],
});

const SESSION_PROBLEMS: NonNullable<DocumentPart["problems"]> = [
  "session.missing",
  "session.expired",
  "account.suspended",
  "csrf.invalid",
];

describeGuard(signedInOnly, {
  credentials: ["accessToken", "cookies"],
  problems: [...SESSION_PROBLEMS, "session.required"],
});

async function actorOf(c: HonoContext<AppTypes>): Promise<UserActor> {
  const ctx = c.get("ctx");
  const authorization = c.req.header("Authorization");
  if (authorization !== undefined) {
    const bearer = ACCESS_TOKEN.exec(authorization)?.[1];
    return bearer ? authenticateSession(ctx, bearer) : authenticateKey(ctx, authorization);
  }
  const cookie = accessCookieOf(c);
  if (!cookie) throw new Unauthorized(refreshCookieOf(c) ? "session.expired" : "session.missing");
  if (isForeignSocket(c)) throw new Forbidden("origin.foreign");
  const actor = await authenticateSession(ctx, cookie);
  if (!SAFE_METHODS.has(c.req.method)) await refuseForgery(c, actor);
  return actor;
}

// A browser sends cookies whoever asks it to; only our own pages can read the token and send it along.
async function refuseForgery(c: HonoContext<AppTypes>, { via }: UserActor): Promise<void> {
  const { csrfKey } = await c.get("ctx").secrets();
  const sessionId = via.kind === "session" ? via.sessionId : "";
  if (!isCsrfTokenOf(csrfKey, sessionId, csrfCookieOf(c), c.req.header("X-CSRF-Token")))
    throw new Forbidden("csrf.invalid");
}

function requireSecondFactor({ role, via }: UserActor): void {
  if (role === "admin" && via.kind === "session" && !via.hasTotp) throw new Forbidden("totp.obligatory");
}
