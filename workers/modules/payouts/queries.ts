import type { Commission, CommissionState, InfluencerBalance, MerchantBalance } from "../../../schemas/payments.ts";
import { actingUser } from "../../core/actor.ts";
import { Forbidden } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { getForecastOfInfluencer, getForecastOfMerchant } from "../commissions/queries.ts";
import type { CommissionRow } from "../commissions/tables.ts";
import { listHeldCommissionIds } from "../fraud/queries.ts";
import { getBalances, getMovedMinor } from "../ledger/queries.ts";
import { influencerAvailable, influencerInTransit, influencerPending, merchantDue } from "../ledger/rules.ts";

/** The actor's own balance, from the ledger; only forecasts, which are no money yet, come from the commissions. */
export function getBalance(ctx: Context): Promise<InfluencerBalance | MerchantBalance> {
  const user = actingUser(ctx);
  if (user.role === "influencer") return influencerBalance(ctx, user.id);
  if (user.role === "merchant") return merchantBalance(ctx, user.id);
  throw new Forbidden("role.required");
}

async function influencerBalance(ctx: Context, id: string): Promise<InfluencerBalance> {
  const [pending, available, inTransit] = [
    influencerPending(id).id,
    influencerAvailable(id).id,
    influencerInTransit(id).id,
  ];
  const [balances, forecastMinor, settled, bounced] = await Promise.all([
    getBalances(ctx, [pending, available, inTransit]),
    getForecastOfInfluencer(ctx, id),
    getMovedMinor(ctx, inTransit, "out", ["payout.settled"]),
    getMovedMinor(ctx, available, "in", ["payout.bounced"]),
  ]);
  return {
    currency: "MAD",
    forecastMinor,
    pendingMinor: balances.get(pending) ?? 0,
    availableMinor: balances.get(available) ?? 0,
    inTransitMinor: balances.get(inTransit) ?? 0,
    paidMinor: settled - bounced,
  };
}

async function merchantBalance(ctx: Context, id: string): Promise<MerchantBalance> {
  const due = merchantDue(id).id;
  const [balances, forecastMinor, paid, returned] = await Promise.all([
    getBalances(ctx, [due]),
    getForecastOfMerchant(ctx, id),
    getMovedMinor(ctx, due, "in", ["statement.paid"]),
    getMovedMinor(ctx, due, "out", ["statement.payment_reversed", "statement.refunded"]),
  ]);
  return { currency: "MAD", dueMinor: 0 - (balances.get(due) ?? 0), forecastMinor, paidMinor: paid - returned };
}

/** Commissions as the API shows them, with what keeps each from being paid: an open case holds what is on its way, too. */
export async function commissionObjects(ctx: Context, rows: readonly CommissionRow[]): Promise<Commission[]> {
  const ids = rows.filter(({ state }) => UNPAID.has(state)).map(({ id }) => id);
  const heldIds = await listHeldCommissionIds(ctx, ids);
  return rows.map((row) => commissionObject(row, heldIds.has(row.id), ctx.now()));
}

const UNPAID: ReadonlySet<CommissionState> = new Set(["forecast", "earned", "available"]);

function commissionObject(row: CommissionRow, isInCase: boolean, nowMs: number): Commission {
  const isInHold = row.state === "earned" && row.holdUntil !== null && nowMs < row.holdUntil;
  return {
    id: row.id,
    conversionId: row.conversionId,
    linkId: row.linkId,
    influencerId: row.influencerId,
    merchantId: row.merchantId,
    state: row.state,
    amountMinor: row.amountMinor,
    reversedMinor: row.reversedMinor,
    rateBps: row.rateBps,
    holdUntil: row.holdUntil === null ? null : new Date(row.holdUntil).toISOString(),
    blockedBy: [
      ...(isInHold ? (["hold"] as const) : []),
      ...(row.state === "earned" ? (["statement"] as const) : []),
      ...(isInCase ? (["fraud"] as const) : []),
    ],
    createdAt: new Date(row.createdAt).toISOString(),
  };
}
