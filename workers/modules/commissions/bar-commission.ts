import { and, eq } from "drizzle-orm";
import { guarded, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { commissionDue, happened } from "../outbox/statements.ts";
import { type BarredReason, type CommissionRow, commissions } from "./tables.ts";

/**
 * Lets the commission earn nothing for good: void before earning, reversed with fee and VAT after it (money.md 4). The
 * commissions queue makes the move. Nothing is executed, and nothing is said of a commission that is barred already.
 */
export function barCommission(ctx: Context, read: CommissionRow, reason: BarredReason): Statement[] {
  if (read.barredReason !== null) return [];
  return [
    ...guarded(
      ctx.db.orm
        .update(commissions)
        .set({ barredReason: reason, version: read.version + 1, updatedAt: ctx.now() })
        .where(and(eq(commissions.id, read.id), eq(commissions.version, read.version))),
    ),
    commissionDue(ctx, read.conversionId),
    happened(ctx, "commission.barred", read.id, { reason }),
    audit(ctx, "commission.barred", read.id, { reason }),
  ];
}
