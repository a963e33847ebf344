import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { UserActor } from "../core/actor.ts";
import { LimitReached, Unavailable } from "../core/errors.ts";
import { tagHex } from "../core/mac.ts";
import { networkOf } from "../core/network-address.ts";
import { setAnswerHeaders } from "./answer-headers.ts";
import type { AppTypes } from "./app.ts";
import { takeLeased, takeUnit, type Verdict } from "./leased-units.ts";
import { answerProblem } from "./problems.ts";
import { isUncounted, type LimitName, ORDER_INTAKE, RATE_LIMITS, type RateLimit } from "./rate-limits.ts";

export type { LimitName } from "./rate-limits.ts";

const AUTH_PATH = "/api/auth/";
const LOCAL = "local";
const SLOW_MIN_MS = 1_000;
const SLOW_SPREAD_MS = 2_000;

/**
 * Counts the request against the client's limit; the answer's `X-RateLimit-*` headers tell how it stands.
 * @throws LimitReached `rate.limited` with the seconds to wait
 * @throws Unavailable `server.unavailable` when a limit of signing in cannot be asked
 */
export async function enforceLimit(c: HonoContext<AppTypes>, name: LimitName, client: string): Promise<void> {
  const verdict = await verdictOf(c, name, client);
  if (verdict?.isAllowed === false) throw new LimitReached("rate.limited", secondsUntil(c, verdict.resetAt));
}

/**
 * The limits of signing in: 5 a minute per (address, e-mail) and per e-mail; above 60 a minute per address answers come
 * 1-3 s later, since a whole town may share one.
 * @throws LimitReached `rate.limited` @throws Unavailable `server.unavailable`
 */
export async function enforceAuthLimits(c: HonoContext<AppTypes>, email: string): Promise<void> {
  const { hashKey } = await c.get("ctx").secrets();
  const person = tagHex(hashKey, `sign-in:${email.trim().toLowerCase()}`);
  await enforceLimit(c, "authAddressEmail", `${addressOf(c)}:${person}`);
  await enforceLimit(c, "authEmail", person);
  await slowDown(c);
}

/** The limit of a caller that names no account; signing in slows down instead of refusing. */
export async function enforceAnonymousLimit(c: HonoContext<AppTypes>): Promise<void> {
  if (isUncounted(c.req.path)) return;
  if (c.req.path.startsWith(AUTH_PATH) && !isRead(c)) return slowDown(c);
  await enforceLimit(c, "anonymous", addressOf(c));
}

/** A unit of the anonymous limit of the address that is leased already, or undefined: then it must be asked for. */
export function leasedUnit(address: string | null, factor: number, nowMs: number): Verdict | undefined {
  const client = networkOf(address ?? "") ?? LOCAL;
  return takeLeased(`anonymous:${client}`, raised(RATE_LIMITS.anonymous, factor), nowMs);
}

/** Which limit the actor's request falls under: its key's, or its account's for reads or for writes. */
export function limitNameOf(c: HonoContext<AppTypes>, actor: UserActor): LimitName {
  if (actor.via.kind === "session") return isRead(c) ? "accountRead" : "accountWrite";
  return ORDER_INTAKE.has(`${c.req.method} ${routePath(c)}`) ? "orderIntake" : "apiKey";
}

/** Whose units the actor's request takes: the key's, or the account's for all its sessions together. */
export function clientOf(actor: UserActor): string {
  return actor.via.kind === "key" ? actor.via.keyId : actor.id;
}

/** The caller's network address as Cloudflare saw it, IPv6 by its /64; `local` where Cloudflare is not in front. */
export function addressOf(c: HonoContext<AppTypes>): string {
  return networkOf(c.req.header("CF-Connecting-IP") ?? "") ?? LOCAL;
}

/**
 * Every answer tells how the caller stands with its limit; one that reached no guard of its own (unknown address, refused
 * key) counts as anonymous.
 */
export const rateLimits = createMiddleware<AppTypes>(async function rateLimits(c, next) {
  await next();
  try {
    if (c.get("rateLimit") === undefined && !c.get("isLimiterDown")) await enforceAnonymousLimit(c);
  } catch (failure) {
    if (failure instanceof Error) c.res = answerProblem(failure, c);
  }
  const verdict = c.get("rateLimit");
  if (!verdict) return;
  setAnswerHeaders(c, [
    ["X-RateLimit-Limit", String(verdict.max)],
    ["X-RateLimit-Remaining", String(verdict.remaining)],
    ["X-RateLimit-Reset", String(Math.ceil(verdict.resetAt / 1_000))],
  ]);
});

// Once a request, however many guards ask.
async function slowDown(c: HonoContext<AppTypes>): Promise<void> {
  if (c.get("isAddressCounted")) return;
  c.set("isAddressCounted", true);
  const verdict = await verdictOf(c, "authAddress", addressOf(c));
  if (verdict?.isAllowed !== false) return;
  const [share = 0] = c.get("ctx").random(1);
  await scheduler.wait(SLOW_MIN_MS + (SLOW_SPREAD_MS * share) / 255);
}

/** Undefined when nothing is counted: an allowed address, or an object that cannot be asked while requests may pass. */
async function verdictOf(c: HonoContext<AppTypes>, name: LimitName, client: string): Promise<Verdict | undefined> {
  const ctx = c.get("ctx");
  const limit = raised(RATE_LIMITS[name], ctx.config.RATE_LIMIT_FACTOR);
  if (limit.by === "address" && c.get("isAddressAllowed")) return undefined;
  try {
    const verdict = await takeUnit(c.env.RATE_LIMITER, `${name}:${client}`, limit, ctx.now);
    if (isTighter(verdict, c.get("rateLimit"))) c.set("rateLimit", verdict);
    return verdict;
  } catch (failure) {
    c.set("isLimiterDown", true);
    ctx.log("warn", "rate limiter unreachable", { limit: name, requestId: ctx.requestId, error: String(failure) });
    if (limit.whenUnreachable === "refuse") throw new Unavailable("server.unavailable");
    return undefined;
  }
}

function isTighter(verdict: Verdict, before: Verdict | undefined): boolean {
  return !before || !verdict.isAllowed || verdict.remaining < before.remaining;
}

// A development runtime may raise every limit for benches and tests; parseConfig holds production at 1.
function raised(limit: RateLimit, factor: number): RateLimit {
  return factor === 1 ? limit : { ...limit, max: limit.max * factor, lotMax: limit.lotMax * factor };
}

const isRead = (c: HonoContext<AppTypes>) => c.req.method === "GET" || c.req.method === "HEAD";

function secondsUntil(c: HonoContext<AppTypes>, atMs: number): number {
  return Math.max(1, Math.ceil((atMs - c.get("ctx").now()) / 1_000));
}
