import type { Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { openCommission } from "../commissions/sync-commission.ts";
import type { CommissionRow } from "../commissions/tables.ts";
import { type FoundConversion, listEvents, listRefunds } from "../conversions/queries.ts";
import { orderStateOn } from "../conversions/rules.ts";
import { updateConversion } from "../conversions/statements.ts";
import type { ConversionRow } from "../conversions/tables.ts";
import { happened } from "../outbox/statements.ts";
import type { Attribution } from "./rules.ts";

/** What an attribution writes on its order. */
export function attributionColumns({ by, reason, lost, terms, couponId, clickedAt, rule }: Attribution) {
  return {
    attributedBy: by,
    attributionReason: reason,
    attributionLost: lost,
    linkId: terms?.linkId ?? null,
    influencerId: terms?.influencerId ?? null,
    productId: terms?.productId ?? null,
    couponId,
    clickedAt,
    rule,
    holdDays: terms?.holdDays ?? null,
  };
}

export interface AttributedConversion {
  readonly row: ConversionRow;
  readonly commission: CommissionRow | null;
  readonly statements: readonly Statement[];
}

/**
 * A known order that belonged to nobody, given to the attribution's link: its terms are frozen now, and its commission is
 * opened for all that has happened to it so far. Nothing is executed. @throws Conflict as `openCommission`
 */
export async function attributeConversion(
  ctx: Context,
  known: FoundConversion,
  attribution: Attribution,
  vatBps: number,
): Promise<AttributedConversion> {
  const columns = attributionColumns(attribution);
  const row: ConversionRow = { ...known.conversion, ...columns };
  const [events, refunds] = await Promise.all([listEvents(ctx, row.id), listRefunds(ctx, row.id)]);
  const state = orderStateOn({ payment: row.payment, amountMinor: row.amountMinor, events, refunds });
  const commission = openCommission(ctx, row, state, vatBps, known.commission);
  const statements = [
    ...updateConversion(ctx, known.conversion, columns),
    ...commission.statements,
    happened(ctx, "conversion.attributed", row.id),
    audit(ctx, "conversion.attributed", row.id, { by: attribution.by, reason: attribution.reason }),
  ];
  return { row, commission: commission.row, statements };
}
