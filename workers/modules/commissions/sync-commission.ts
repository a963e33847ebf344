import type { Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import type { OrderState } from "../conversions/rules.ts";
import type { ConversionRow } from "../conversions/tables.ts";
import { commissionDue } from "../outbox/statements.ts";
import { moveStatements } from "./post-commission.ts";
import { type CommissionMove, draftCommission, nextCommission, postsToLedger } from "./rules.ts";
import { insertCommission } from "./statements.ts";
import type { CommissionRow } from "./tables.ts";

export interface SyncedCommission {
  readonly row: CommissionRow | null;
  readonly statements: readonly Statement[];
}

/**
 * The commission as far as an order's new state moves it without the book; what the book must learn becomes work of the
 * commissions queue instead (money.md 4). Nothing is executed.
 */
export function syncCommission(
  ctx: Context,
  row: CommissionRow,
  conversion: ConversionRow,
  state: OrderState,
  vatBps: number,
): SyncedCommission {
  const move = nextCommission(row, { ...conversion, state, vatBps });
  if (postsToLedger(move)) return { row, statements: [commissionDue(ctx, conversion.id)] };
  return { row: moved(row, move), statements: moveStatements(ctx, row, move) };
}

/** The first commission of an attributed order whose base is known; null for any other. */
export function openCommission(
  ctx: Context,
  conversion: ConversionRow,
  state: OrderState,
  vatBps: number,
): SyncedCommission {
  const { baseMinor, rule, linkId, influencerId } = conversion;
  if (baseMinor === null || !rule || !linkId || !influencerId) return { row: null, statements: [] };
  const drafted = draftCommission(
    { ...conversion, linkId, influencerId },
    ctx.newId("com"),
    baseMinor,
    rule,
    vatBps,
    ctx.now(),
  );
  const move = nextCommission(drafted, { ...conversion, state, vatBps });
  if (postsToLedger(move))
    return { row: drafted, statements: [insertCommission(drafted), commissionDue(ctx, conversion.id)] };
  const row = moved(drafted, move);
  return { row, statements: [insertCommission(row)] };
}

function moved(row: CommissionRow, move: CommissionMove): CommissionRow {
  return move.changed ? { ...row, ...move.changes } : row;
}
