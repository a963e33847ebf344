import { type SQL, sql } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { actorIdOf } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import type { Context, Nudge } from "../platform/context.ts";
import { problemOfConstraint } from "./constraints.ts";

/** SQL and its parameters, as Drizzle's builders and `insertRow` give them. */
export interface Built {
  toSQL(): { sql: string; params: unknown[] };
}

/** A statement that, once committed, is followed by a message: the outbox row and its nudge cannot be told apart. */
export interface Nudging extends Built {
  readonly nudge: Nudge;
}

/** One statement of a commit: a Drizzle builder, raw `sql`, or an outbox row with its nudge. Never executed by itself. */
export type Statement = Built | SQL | Nudging;

/** What the caller will be told, kept with the effect so that a repeated Idempotency-Key gets the same answer. */
export interface KeptAnswer {
  readonly status: 200 | 201;
  readonly body: unknown;
}

const dialect = new SQLiteSyncDialect();

function nativeStatement(d1: D1Database, statement: Statement): D1PreparedStatement {
  const { sql: text, params } = "toSQL" in statement ? statement.toSQL() : dialect.sqlToQuery(statement);
  return d1.prepare(text).bind(...params);
}

/**
 * A conditional update that must meet exactly `expected` rows: in a batch an UPDATE of no row aborts nothing, so the
 * guard aborts it (money.md 5).
 */
export function guarded(statement: Statement, expected = 1): Statement[] {
  return [statement, sql`INSERT INTO changed_rows (changed, expected) SELECT changes(), ${expected}`];
}

/**
 * The fourth beat of every verb and the only caller of D1's batch: all statements, the idempotency row included, or none.
 * An actor known from memory is proven alive in the same transaction; without statements that proof is all there is.
 * @throws Conflict `row.changed` when a guard or a unique index says that somebody else was first
 * @throws Unauthorized `key.invalid`, or the code that `constraints.ts` gives the violated constraint
 */
export async function commit(ctx: Context, statements: readonly Statement[], answer?: KeptAnswer): Promise<void> {
  const all = [
    ...(ctx.recalledKeyId === undefined ? [] : [livingKey(ctx, ctx.recalledKeyId)]),
    ...statements,
    ...(answer && ctx.idempotency ? [idempotencyRow(ctx, ctx.idempotency, answer)] : []),
  ];
  if (all.length === 0) return;
  try {
    await ctx.db.d1.batch(all.map((statement) => nativeStatement(ctx.db.d1, statement)));
  } catch (failure) {
    throw problemOfConstraint(failure);
  }
  for (const statement of statements) if ("nudge" in statement) ctx.nudge(statement.nudge);
}

function livingKey(ctx: Context, keyId: string): Built {
  return { toSQL: () => ({ sql: "INSERT INTO living_keys (key_id, at) VALUES (?, ?)", params: [keyId, ctx.now()] }) };
}

function idempotencyRow(ctx: Context, request: NonNullable<Context["idempotency"]>, answer: KeptAnswer): Statement {
  return sql`INSERT INTO idempotency_keys (actor_id, operation, key, request_hash, status, answer, created_at)
    VALUES (${actorIdOf(ctx.actor)}, ${request.operation}, ${request.key}, ${request.requestHash}, ${answer.status},
      ${JSON.stringify(answer.body)}, ${ctx.now()})`;
}

/**
 * Runs a verb again, reading afresh, when it lost a race; after `times` tries the Conflict stands. Of N writers on one row
 * one wins each round, so the default carries a store that sends 25 events of an order at once.
 */
export async function retryLostRace<T>(attempt: () => Promise<T>, times = 25): Promise<T> {
  for (let left = times - 1; ; left--) {
    try {
      return await attempt();
    } catch (failure) {
      if (left === 0 || !(failure instanceof Conflict) || failure.code !== "row.changed") throw failure;
    }
  }
}

/** One atomic write of the clicks database, which holds no money and so needs neither guard nor idempotency row. */
export async function commitClicks(ctx: Context, statements: readonly D1PreparedStatement[]): Promise<void> {
  if (statements.length > 0) await ctx.clicks.batch([...statements]);
}
