import type { FraudCaseDetail } from "../../../schemas/fraud.ts";
import { actingStaff } from "../../core/actor.ts";
import type { Context } from "../../platform/context.ts";
import { findConversionById } from "../conversions/queries.ts";
import { compareCase } from "./compare-case.ts";
import { fraudCaseObject } from "./fraud-case-object.ts";
import { listCaseEvents, listHits, listOthers } from "./queries.ts";
import type { FraudCaseRow, FraudHitRow } from "./tables.ts";

export type Step = FraudCaseDetail["timeline"][number];

const iso = (instant: number) => new Date(instant).toISOString();

/**
 * The case with all that staff judge it by: its order, its numbers beside the usual ones, its history, other cases.
 * `decided`: what the caller's commit is about to add to the history.
 */
export async function fraudCaseDetail(
  ctx: Context,
  row: FraudCaseRow,
  decided: readonly Step[] = [],
): Promise<FraudCaseDetail> {
  const admin = actingStaff(ctx);
  const [object, order, comparison, timeline, others] = await Promise.all([
    fraudCaseObject(ctx, row),
    orderOf(ctx, row),
    compareCase(ctx, row),
    timelineOf(ctx, row),
    listOthers(ctx, row),
  ]);
  const hasScope = admin.adminScopes.includes("compliance") || admin.adminScopes.includes("owner");
  return {
    ...object,
    order,
    comparison,
    timeline: [...timeline, ...decided],
    others: others.map(({ id, state, score, openedAt }) => ({ id, state, score, openedAt: iso(openedAt) })),
    mayDecide: row.state === "open" && hasScope && row.rejectedBeforeBy !== admin.id,
  };
}

async function orderOf(ctx: Context, { conversionId }: FraudCaseRow): Promise<FraudCaseDetail["order"]> {
  const found = conversionId === null ? undefined : await findConversionById(ctx, conversionId);
  if (!found) return null;
  const { status, payment, amountMinor, currency, city, attributedBy, clickedAt, orderedAt } = found.conversion;
  return {
    ...{ status, payment, amountMinor, currency, city, attributedBy },
    clickedAt: clickedAt === null ? null : iso(clickedAt),
    orderedAt: iso(orderedAt),
  };
}

async function timelineOf(ctx: Context, row: FraudCaseRow): Promise<Step[]> {
  const [hits, events] = await Promise.all([listHits(ctx, [row.id]), listCaseEvents(ctx, row.id)]);
  const opened: Step = { kind: "opened", at: iso(row.openedAt), rule: null, by: null, message: null };
  const said = events.map(
    ({ kind, createdAt, by, message }): Step => ({ kind, at: iso(createdAt), rule: null, by, message }),
  );
  return [opened, ...hits.map(noticed), ...said].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const noticed = ({ createdAt, rule }: FraudHitRow): Step => ({
  kind: "noticed",
  at: iso(createdAt),
  rule,
  by: null,
  message: null,
});
