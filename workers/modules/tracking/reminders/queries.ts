import { sql } from "drizzle-orm";
import type { Locale } from "../../../../schemas/locales.ts";
import type { Context } from "../../../platform/context.ts";
import { remindersDueAt } from "./rules.ts";

const HAS_NO_END = sql`collected_at IS NULL AND status IN ('placed', 'confirmed', 'shipped', 'delivered')`;

/** Merchants with orders that are due for a reminder at the instant, as many as asked for. */
export async function listMerchantsToRemind(ctx: Context, atMs: number, limit: number): Promise<string[]> {
  const dueFrom = remindersDueAt(atMs).map(
    (before, sent) => sql`SELECT merchant_id FROM conversions
      WHERE reminders_sent = ${sent} AND ordered_at < ${before} AND ${HAS_NO_END} AND reminders_sent < 3`,
  );
  const rows = await ctx.db.orm.all<{ merchantId: string }>(
    sql`SELECT merchant_id AS merchantId FROM (${sql.join(dueFrom, sql` UNION `)}) LIMIT ${limit}`,
  );
  return rows.map(({ merchantId }) => merchantId);
}

export interface DueOrders {
  readonly merchantId: string;
  /** 1 and 2: reminded for the first or second time; 3: overdue. */
  readonly level: number;
  readonly count: number;
  /** The oldest three. */
  readonly orderIds: readonly string[];
}

/** How many orders of each merchant are due for which reminder at the instant, and the oldest of them. */
export async function listDueOrders(ctx: Context, merchantIds: readonly string[], atMs: number): Promise<DueOrders[]> {
  const rows = await ctx.db.orm.all<Omit<DueOrders, "orderIds"> & { orderIds: string }>(sql`
    SELECT merchantId, level, max(total) AS count, json_group_array(orderId ORDER BY place) AS orderIds FROM (
      SELECT merchant_id AS merchantId, order_id AS orderId, ${levelAt(atMs)} AS level,
        count(*) OVER (PARTITION BY merchant_id, ${levelAt(atMs)}) AS total,
        row_number() OVER (PARTITION BY merchant_id, ${levelAt(atMs)} ORDER BY ordered_at, id) AS place
      FROM conversions WHERE ${isDue(merchantIds, atMs)})
    WHERE place <= 3 GROUP BY merchantId, level ORDER BY merchantId, level`);
  return rows.map(({ orderIds, ...row }) => ({ ...row, orderIds: JSON.parse(orderIds) }));
}

/** Which reminder an order is due for, whether or not the earlier ones were sent. */
export function levelAt(atMs: number) {
  const [, second, overdue] = remindersDueAt(atMs);
  return sql`(CASE WHEN ordered_at < ${overdue} THEN 3 WHEN ordered_at < ${second} THEN 2 ELSE 1 END)`;
}

/** The merchants' orders that are due for a reminder they have not had. */
export function isDue(merchantIds: readonly string[], atMs: number) {
  const [first] = remindersDueAt(atMs);
  return sql`merchant_id IN (SELECT value FROM json_each(${JSON.stringify(merchantIds)})) AND ${HAS_NO_END}
    AND ordered_at < ${first} AND reminders_sent < ${levelAt(atMs)}`;
}

export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** Those of the merchants who still read what they are told. */
export function listReaders(ctx: Context, merchantIds: readonly string[]): Promise<Reader[]> {
  return ctx.db.orm.all<Reader>(sql`SELECT id, display_name AS name, email, locale FROM users
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(merchantIds)})) AND deleted_at IS NULL`);
}
