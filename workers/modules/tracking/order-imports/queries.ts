import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../../../platform/context.ts";
import { commissions } from "../../commissions/tables.ts";
import type { FoundConversion } from "../../conversions/queries.ts";
import {
  type ConversionEventRow,
  conversionEvents,
  conversions,
  type RefundRow,
  refunds,
} from "../../conversions/tables.ts";
import { touchesJson, touchesOf } from "../touches/queries.ts";
import type { Touch } from "../touches/rules.ts";

/** An order with everything that was said of it. */
export interface KnownOrder {
  readonly found: FoundConversion;
  readonly events: readonly ConversionEventRow[];
  readonly refunds: readonly RefundRow[];
}

const among = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** The merchant's orders of these ids, by id. */
export function listOrdersByIds(ctx: Context, merchantId: string, orderIds: readonly string[]) {
  const rows = selectOrders(
    ctx,
    and(eq(conversions.merchantId, merchantId), inArray(conversions.orderId, among(orderIds))),
  );
  return withHistory(ctx, rows, ({ orderId }) => orderId);
}

/** The merchant's orders whose parcels have these numbers, by number; of several with one number the latest. */
export function listOrdersByParcels(ctx: Context, merchantId: string, trackingNumbers: readonly string[]) {
  const isOne = inArray(conversions.trackingNumber, among(trackingNumbers));
  const rows = selectOrders(ctx, and(eq(conversions.merchantId, merchantId), isOne));
  return withHistory(ctx, rows, ({ trackingNumber }) => trackingNumber ?? "");
}

function selectOrders(ctx: Context, where: ReturnType<typeof and>): Promise<FoundConversion[]> {
  return ctx.db.orm
    .select({ conversion: conversions, commission: commissions })
    .from(conversions)
    .leftJoin(commissions, eq(commissions.conversionId, conversions.id))
    .where(where)
    .orderBy(conversions.id);
}

async function withHistory(
  ctx: Context,
  orders: Promise<FoundConversion[]>,
  keyOf: (conversion: FoundConversion["conversion"]) => string,
): Promise<ReadonlyMap<string, KnownOrder>> {
  const found = await orders;
  if (found.length === 0) return new Map();
  const ids = among(found.map(({ conversion }) => conversion.id));
  const [events, given] = await Promise.all([
    ctx.db.orm.select().from(conversionEvents).where(inArray(conversionEvents.conversionId, ids)),
    ctx.db.orm.select().from(refunds).where(inArray(refunds.conversionId, ids)),
  ]);
  const eventsOf = Map.groupBy(events, ({ conversionId }) => conversionId);
  const refundsOf = Map.groupBy(given, ({ conversionId }) => conversionId);
  return new Map(
    found.map((order) => {
      const { id } = order.conversion;
      const known = { found: order, events: eventsOf.get(id) ?? [], refunds: refundsOf.get(id) ?? [] };
      return [keyOf(order.conversion), known];
    }),
  );
}

/** What browsers said of these orders, by order id; orders without touches are absent. */
export async function listTouchesOfOrders(
  ctx: Context,
  merchantId: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Touch[]>> {
  const { results } = await ctx.db.d1
    .prepare(TOUCHES)
    .bind(merchantId, JSON.stringify(orderIds))
    .all<{ orderId: string; touches: string }>();
  return new Map(results.map(({ orderId, touches }) => [orderId, touchesOf(touches)]));
}
const TOUCHES = `SELECT e.value AS orderId, ${touchesJson("?1", "e.value")} AS touches FROM json_each(?2) e
  WHERE EXISTS (SELECT 1 FROM touches t WHERE t.merchant_id = ?1 AND t.order_id = e.value)`;
