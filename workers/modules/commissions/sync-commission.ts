import { Conflict } from "../../core/errors.ts";
import type { Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import type { OrderState } from "../conversions/rules.ts";
import type { ConversionRow } from "../conversions/tables.ts";
import { commissionDue } from "../outbox/statements.ts";
import { moveStatements } from "./post-commission.ts";
import { type CommissionMove, draftCommission, nextCommission, postsToLedger, reopenedCommission } from "./rules.ts";
import { insertCommission, replaceCommission } from "./statements.ts";
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

/**
 * The commission of an attributed order whose base is known; null for any other. `barred` is the one the order has from when
 * several links claimed it: it is given anew. @throws Conflict `row.changed` while the book still holds something of that
 */
export function openCommission(
  ctx: Context,
  conversion: ConversionRow,
  state: OrderState,
  vatBps: number,
  barred: CommissionRow | null = null,
): SyncedCommission {
  const { baseMinor, rule, linkId, influencerId } = conversion;
  if (baseMinor === null || !rule || !linkId || !influencerId) return { row: null, statements: [] };
  if (barred && barred.postedMinor + barred.postedFeeMinor + barred.postedVatMinor > 0)
    throw new Conflict("row.changed");
  const fresh = draftCommission(
    { ...conversion, linkId, influencerId },
    barred?.id ?? ctx.newId("com"),
    baseMinor,
    rule,
    vatBps,
    ctx.now(),
  );
  const drafted = barred ? reopenedCommission(barred, fresh) : fresh;
  const kept = (row: CommissionRow) => (barred ? replaceCommission(ctx, barred, row) : [insertCommission(row)]);
  const move = nextCommission(drafted, { ...conversion, state, vatBps });
  if (postsToLedger(move)) return { row: drafted, statements: [...kept(drafted), commissionDue(ctx, conversion.id)] };
  const row = moved(drafted, move);
  return { row, statements: kept(row) };
}

function moved(row: CommissionRow, move: CommissionMove): CommissionRow {
  return move.changed ? { ...row, ...move.changes } : row;
}
