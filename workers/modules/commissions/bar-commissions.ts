import { sql } from "drizzle-orm";
import { guarded, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { auditEach } from "../audit/statements.ts";
import { happenedToEach } from "../outbox/statements.ts";
import type { BarredReason, CommissionRow } from "./tables.ts";

type Named = Pick<CommissionRow, "id" | "conversionId">;

/**
 * Lets commissions that are not barred earn nothing for good, as `barCommission` does one, in a handful of statements
 * whatever their number. The commissions queue makes the moves. Nothing is executed.
 */
export function barCommissions(ctx: Context, read: readonly Named[], reason: BarredReason): Statement[] {
  const change = sql`UPDATE commissions SET barred_reason = ${reason}, version = version + 1, updated_at = ${ctx.now()}
    WHERE barred_reason IS NULL AND id IN (SELECT value FROM json_each(${JSON.stringify(read.map(({ id }) => id))}))`;
  return moved(ctx, read, change, "commission.barred");
}

/** Lets commissions that were barred for fraud earn again what their orders say: a second person has seen that they may. */
export function giveBackCommissions(ctx: Context, read: readonly Named[]): Statement[] {
  const change = sql`UPDATE commissions SET barred_reason = NULL, version = version + 1, updated_at = ${ctx.now()}
    WHERE barred_reason = 'fraud' AND id IN (SELECT value FROM json_each(${JSON.stringify(read.map(({ id }) => id))}))`;
  return moved(ctx, read, change, "commission.given_back");
}

function moved(
  ctx: Context,
  read: readonly Named[],
  change: Statement,
  action: "commission.barred" | "commission.given_back",
): Statement[] {
  if (read.length === 0) return [];
  const ids = read.map(({ id }) => id);
  return [
    ...guarded(change, read.length),
    ...happenedToEach(
      ctx,
      "commission.due",
      read.map(({ conversionId }) => conversionId),
    ),
    ...(action === "commission.barred" ? happenedToEach(ctx, action, ids) : []),
    ...auditEach(ctx, action, ids),
  ];
}
