import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import { actorIdOf } from "../core/actor.ts";
import { canonicalJson, sha256Hex } from "../core/digest.ts";
import { Conflict, Malformed } from "../core/errors.ts";
import type { Context, IdempotentRequest } from "../platform/context.ts";
import type { AppTypes } from "./app.ts";
import { describeGuard } from "./documented.ts";

const SANE_KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * `Idempotency-Key` of a write: the verb's commit keeps the answer with the effect; the same key and body get it again.
 * @throws Malformed `idempotency.key_invalid` @throws Conflict `idempotency.key_reused` for another body
 */
export const idempotency = createMiddleware<AppTypes>(async function idempotency(c, next) {
  const key = c.req.header("Idempotency-Key");
  if (key === undefined) return next();
  if (!SANE_KEY.test(key)) throw new Malformed("idempotency.key_invalid");
  const ctx = c.get("ctx");
  const request = {
    key,
    operation: `${c.req.method} ${c.req.path}`,
    requestHash: await sha256Hex(canonicalJson(await c.req.json())),
  };
  const kept = await findKeptAnswer(ctx, request);
  if (kept) return kept;
  c.set("ctx", { ...ctx, idempotency: request });
  await next();
  await answerOfTheWinner(c, request);
});
describeGuard(idempotency, {
  problems: ["idempotency.key_invalid", "idempotency.key_reused"],
  headers: ["Idempotency-Key"],
});

// Two requests with one key raced: the loser gives the winner's answer.
async function answerOfTheWinner(c: HonoContext<AppTypes>, request: IdempotentRequest): Promise<void> {
  if (!(c.error instanceof Conflict) || c.error.code !== "row.changed") return;
  const kept = await findKeptAnswer(c.get("ctx"), request);
  if (kept) c.res = kept;
}

async function findKeptAnswer(ctx: Context, request: IdempotentRequest): Promise<Response | undefined> {
  const row = await ctx.db.d1
    .prepare(
      "SELECT request_hash, status, answer FROM idempotency_keys WHERE actor_id = ?1 AND operation = ?2 AND key = ?3",
    )
    .bind(actorIdOf(ctx.actor), request.operation, request.key)
    .first<{ request_hash: string; status: number; answer: string }>();
  if (!row) return undefined;
  if (row.request_hash !== request.requestHash) throw new Conflict("idempotency.key_reused");
  return new Response(row.answer, {
    status: row.status,
    headers: { "Content-Type": "application/json", "Idempotent-Replayed": "true" },
  });
}
