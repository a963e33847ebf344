import { createMiddleware } from "hono/factory";
import { isGateOpen } from "./address-gate.ts";
import type { AppTypes } from "./app.ts";
import { countAnswer } from "./cache-counts.ts";
import { versionsKnown } from "./cache-versions.ts";
import { leasedUnit } from "./rate-limit.ts";

interface Remembered {
  readonly body: ArrayBuffer;
  readonly headers: Headers;
  readonly until: number;
  readonly versions: number;
  readonly limitFactor: number;
}

interface Mark {
  readonly versions: number;
  readonly limitFactor: number;
}

const REMEMBERED_MS = 1_000;
const ANSWERS_MAX = 200;
const BYTES_MAX = 256 * 1024;
const OF_ONE_REQUEST = [
  "X-Request-ID",
  "Server-Timing",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
];
const SANE_REQUEST_ID = /^[A-Za-z0-9_.-]{8,64}$/;

const marks = new WeakMap<Request, Mark>();
const answers = new Map<string, Remembered>();
let given = 0;

/** Says that the route's answer is the same for every caller, whoever that is and whatever the language. */
export const sameForAll = createMiddleware<AppTypes>(async function sameForAll(c, next) {
  const ctx = c.get("ctx");
  const versions = versionsKnown();
  await next();
  if (c.res.status !== 200 || c.req.method !== "GET") return;
  marks.set(c.req.raw, { versions, limitFactor: ctx.config.RATE_LIMIT_FACTOR });
  if (given > 0) countAnswer(ctx, "memory", "hits", given);
  given = 0;
});

/**
 * The answer that the isolate gave to the same address within the last second, in front of everything else; it takes a unit
 * of the caller's limit all the same. Undefined when it must be made: nothing is known, a version of a tag is newer, no
 * unit is leased, or some networks are turned away. These answers are counted, not logged one by one.
 */
export function answerFromMemory(request: Request): Response | undefined {
  const known = answers.get(request.url);
  const nowMs = Date.now();
  if (!known || request.method !== "GET" || known.until <= nowMs || known.versions !== versionsKnown())
    return undefined;
  if (!isGateOpen(nowMs)) return undefined;
  const verdict = leasedUnit(request.headers.get("CF-Connecting-IP"), known.limitFactor, nowMs);
  if (!verdict) return undefined;
  given += 1;
  const headers = new Headers(known.headers);
  const asked = request.headers.get("X-Request-ID") ?? "";
  headers.set("X-Request-ID", SANE_REQUEST_ID.test(asked) ? asked : crypto.randomUUID());
  headers.set("X-RateLimit-Limit", String(verdict.max));
  headers.set("X-RateLimit-Remaining", String(verdict.remaining));
  headers.set("X-RateLimit-Reset", String(Math.ceil(verdict.resetAt / 1_000)));
  return new Response(known.body, { headers });
}

/** Remembers the answer when its route said that it is the same for all. */
export async function rememberAnswer(request: Request, response: Response): Promise<Response> {
  const mark = marks.get(request);
  if (!mark || response.status !== 200 || mark.versions !== versionsKnown()) return response;
  const body = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  for (const name of OF_ONE_REQUEST) headers.delete(name);
  if (body.byteLength <= BYTES_MAX) {
    if (answers.size >= ANSWERS_MAX) answers.clear();
    answers.set(request.url, { body, headers, until: Date.now() + REMEMBERED_MS, ...mark });
  }
  return new Response(body, response);
}
