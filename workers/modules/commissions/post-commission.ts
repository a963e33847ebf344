import { commit, retryLostRace, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { findConversionById, listEvents, listRefunds } from "../conversions/queries.ts";
import { orderStateOn } from "../conversions/rules.ts";
import { listOpenWorkIds } from "../outbox/queries.ts";
import { happened, outboxDone } from "../outbox/statements.ts";
import { getVatBps } from "./queries.ts";
import { type CommissionMove, nextCommission } from "./rules.ts";
import { commissionPostings, moveCommission } from "./statements.ts";
import type { CommissionRow } from "./tables.ts";

/**
 * Brings the ledger to what the order's events say: target minus posted, guarded by the commission's version (money.md 4).
 * The message may be lost, doubled or reordered: a second run finds nothing left to post.
 */
export function postCommission(ctx: Context, conversionId: string): Promise<void> {
  return retryLostRace(() => attempt(ctx, conversionId));
}

async function attempt(ctx: Context, conversionId: string): Promise<void> {
  const openIds = await listOpenWorkIds(ctx, "commission.due", [conversionId]);
  const [found, events, refunds] = await Promise.all([
    findConversionById(ctx, conversionId),
    listEvents(ctx, conversionId),
    listRefunds(ctx, conversionId),
  ]);
  const commission = found?.commission;
  if (!found || !commission) return commit(ctx, outboxDone(ctx, openIds));
  const { conversion } = found;
  const state = orderStateOn({ payment: conversion.payment, amountMinor: conversion.amountMinor, events, refunds });
  const vatBps = await getVatBps(ctx, state.collectedAt ?? ctx.now());
  const move = nextCommission(commission, { ...conversion, state, vatBps });
  await commit(ctx, [...moveStatements(ctx, commission, move), ...outboxDone(ctx, openIds)]);
}

/** The row, its postings, its audit and outbox rows: all of a commission's move, or nothing when nothing moves. */
export function moveStatements(ctx: Context, commission: CommissionRow, move: CommissionMove): Statement[] {
  if (!move.changed) return [];
  const details = { from: commission.state, to: move.changes.state, postedMinor: move.changes.postedMinor };
  return [
    ...moveCommission(ctx, commission, move.changes),
    ...commissionPostings(ctx, commission, move.delta),
    ...(commission.state === move.changes.state
      ? []
      : [happened(ctx, eventOf(move), commission.id, { from: commission.state })]),
    audit(ctx, "commission.moved", commission.id, details),
  ];
}

function eventOf(move: CommissionMove) {
  switch (move.changes.state) {
    case "reversed":
      return "commission.reversed";
    case "void":
      return "commission.voided";
    case "forecast":
      return "commission.revived";
    default:
      return "commission.earned";
  }
}
