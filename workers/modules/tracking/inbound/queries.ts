import { and, asc, desc, eq, gte, lt, lte, sql } from "drizzle-orm";
import type { DeliveryQuery } from "../../../../schemas/connectors.ts";
import { typeId } from "../../../../schemas/ids.ts";
import { pageFrom } from "../../../db/page.ts";
import type { Context } from "../../../platform/context.ts";
import { conversions } from "../../conversions/tables.ts";
import { getConnector } from "../connectors/queries.ts";
import { type ConnectorRow, connectors, type InboundDeliveryRow, inboundDeliveries } from "../connectors/tables.ts";

const KNOWN_MAX = 10_000;
const known = new Set<string>();
const connectorId = typeId("con");

/** Whether there ever was a connector of the id; those that there are, are remembered. */
export async function isConnector(ctx: Context, id: string): Promise<boolean> {
  if (known.has(id)) return true;
  if (!connectorId.safeParse(id).success) return false;
  const [row] = await ctx.db.orm.select({ id: connectors.id }).from(connectors).where(eq(connectors.id, id)).limit(1);
  if (!row) return false;
  if (known.size >= KNOWN_MAX) known.clear();
  known.add(id);
  return true;
}

/** The delivery of the key, or undefined. */
export async function findDelivery(
  ctx: Context,
  connectorId: string,
  deliveryKey: string,
): Promise<InboundDeliveryRow | undefined> {
  const [row] = await ctx.db.orm
    .select()
    .from(inboundDeliveries)
    .where(and(eq(inboundDeliveries.connectorId, connectorId), eq(inboundDeliveries.deliveryKey, deliveryKey)))
    .limit(1);
  return row;
}

export interface WaitingDelivery {
  readonly delivery: InboundDeliveryRow;
  readonly connector: ConnectorRow;
}

/** A delivery that waits, with its connector; undefined when it has ended. */
export async function findWaiting(ctx: Context, id: string): Promise<WaitingDelivery | undefined> {
  const [row] = await ctx.db.orm
    .select({ delivery: inboundDeliveries, connector: connectors })
    .from(inboundDeliveries)
    .innerJoin(connectors, eq(connectors.id, inboundDeliveries.connectorId))
    .where(and(eq(inboundDeliveries.id, id), eq(inboundDeliveries.outcome, "waiting")))
    .limit(1);
  return row;
}

/** Ids of waiting deliveries whose next attempt has come, oldest first. */
export async function listDueInboundIds(ctx: Context, limit: number): Promise<string[]> {
  const rows = await ctx.db.orm
    .select({ id: inboundDeliveries.id })
    .from(inboundDeliveries)
    .where(and(sql`${inboundDeliveries.outcome} = 'waiting'`, lte(inboundDeliveries.nextAttemptAt, ctx.now())))
    .orderBy(asc(inboundDeliveries.nextAttemptAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * The log of the acting merchant's connector, newest first.
 * @throws NotFound `connector.not_found`
 */
export async function listDeliveries(ctx: Context, id: string, { limit, cursor, outcome }: DeliveryQuery) {
  const connector = await getConnector(ctx, id);
  const rows = await ctx.db.orm
    .select()
    .from(inboundDeliveries)
    .where(
      and(
        eq(inboundDeliveries.connectorId, connector.id),
        outcome && eq(inboundDeliveries.outcome, outcome),
        cursor ? lt(inboundDeliveries.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(inboundDeliveries.id))
    .limit(limit + 1);
  return pageFrom(rows, limit, (row) => row.id);
}

/** Deliveries since the instant whose label no table knew, of orders that are known; the oldest first. */
export function listUnknownSince(ctx: Context, connectorId: string, sinceMs: number, limit: number) {
  const { id, label, conversionId, receivedAt, outcome, endedAt } = inboundDeliveries;
  return ctx.db.orm
    .select({ id, label, conversionId, receivedAt })
    .from(inboundDeliveries)
    .where(
      and(eq(inboundDeliveries.connectorId, connectorId), sql`${outcome} = 'unknown_label'`, gte(endedAt, sinceMs)),
    )
    .orderBy(asc(id))
    .limit(limit);
}

/** Keys of the list that the connector's log has already. */
export async function listKnownKeys(ctx: Context, connectorId: string, keys: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db.orm
    .select({ key: inboundDeliveries.deliveryKey })
    .from(inboundDeliveries)
    .where(
      and(
        eq(inboundDeliveries.connectorId, connectorId),
        sql`${inboundDeliveries.deliveryKey} IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`,
      ),
    );
  return new Set(rows.map(({ key }) => key));
}

/** Id of the merchant's latest order with the parcel number, or undefined. */
export async function findOrderIdByTracking(
  ctx: Context,
  merchantId: string,
  trackingNumber: string,
): Promise<string | undefined> {
  const [row] = await ctx.db.orm
    .select({ id: conversions.id })
    .from(conversions)
    .where(and(eq(conversions.merchantId, merchantId), eq(conversions.trackingNumber, trackingNumber)))
    .orderBy(desc(conversions.id))
    .limit(1);
  return row?.id;
}

/** The first of the codes that is one of the merchant's, as it was received; undefined when none is. */
export async function findOwnCode(
  ctx: Context,
  merchantId: string,
  codes: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const found = await ctx.db.orm.get<{ code: string } | undefined>(sql`
    SELECT code FROM coupons WHERE merchant_id = ${merchantId} AND deleted_at IS NULL
      AND code IN (SELECT value FROM json_each(${JSON.stringify([...codes.keys()])})) LIMIT 1`);
  return found && codes.get(found.code);
}
