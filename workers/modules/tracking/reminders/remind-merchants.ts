import { commit, retryLostRace, type Statement } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { auditEach } from "../../audit/statements.ts";
import { queueMails } from "../../mail/statements.ts";
import { happenedToEach } from "../../outbox/statements.ts";
import { notifyEach } from "../../users/statements.ts";
import { type DueOrders, listDueOrders, listMerchantsToRemind, listReaders, type Reader } from "./queries.ts";
import { digestOn, noticesOn } from "./rules.ts";
import { ordersReminded } from "./statements.ts";

const MERCHANTS_PER_COMMIT = 100;

/**
 * Tells merchants of orders that wait for an end since 15 or 30 days, or are overdue after 45: each merchant once, with one
 * mail about all of them. Up to 100 merchants; says how many. What is told is marked in the same commit, so a run that
 * broke off goes on where it was.
 */
export function remindMerchants(ctx: Context): Promise<number> {
  return retryLostRace(() => attempt(ctx));
}

async function attempt(ctx: Context): Promise<number> {
  const atMs = ctx.now();
  const merchantIds = await listMerchantsToRemind(ctx, atMs, MERCHANTS_PER_COMMIT);
  if (merchantIds.length === 0) return 0;
  const [due, readers] = await Promise.all([listDueOrders(ctx, merchantIds, atMs), listReaders(ctx, merchantIds)]);
  const count = due.reduce((sum, group) => sum + group.count, 0);
  await commit(ctx, [
    ...ordersReminded(merchantIds, atMs, count),
    ...(await lettersTo(ctx, readers, due)),
    ...happenedToEach(ctx, "order.reminded", merchantIds),
    ...auditEach(ctx, "order.reminded", merchantIds),
  ]);
  return merchantIds.length;
}

async function lettersTo(ctx: Context, readers: readonly Reader[], due: readonly DueOrders[]): Promise<Statement[]> {
  const dueOf = ({ id }: Reader) => due.filter(({ merchantId }) => merchantId === id);
  const notices = readers.flatMap((reader) => noticesOn(reader, dueOf(reader)));
  const kinds = [...new Set(notices.map(({ kind }) => kind))];
  const url = `${ctx.config.APP_URL}/merchant/orders`;
  const mails = readers.map((reader) => ({
    template: "orders_waiting" as const,
    values: { name: reader.name, url, ...digestOn(dueOf(reader)) },
    to: reader.email,
    userId: reader.id,
    locale: reader.locale,
  }));
  const ofKind = (wanted: string) => notices.filter(({ kind }) => kind === wanted);
  return [...kinds.flatMap((kind) => notifyEach(ctx, kind, ofKind(kind))), ...(await queueMails(ctx, mails))];
}
