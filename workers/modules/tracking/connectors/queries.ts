import { and, asc, eq, lte, sql } from "drizzle-orm";
import { actingAs } from "../../../core/actor.ts";
import { NotFound } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { type ConnectorRow, connectors, inboundDeliveries } from "./tables.ts";

// Written out, since a parameter would not find the partial indexes.
const living = sql`${connectors.state} <> 'removed'`;

/** The connector of the id, whoever's it is; undefined when there is none or it was removed. */
export async function findConnector(ctx: Context, id: string): Promise<ConnectorRow | undefined> {
  const [row] = await ctx.db.orm
    .select()
    .from(connectors)
    .where(and(eq(connectors.id, id), living))
    .limit(1);
  return row;
}

/** The acting merchant's own connector. @throws NotFound `connector.not_found`, for somebody else's as for none */
export async function getConnector(ctx: Context, id: string): Promise<ConnectorRow> {
  const merchant = actingAs(ctx, "merchant");
  const row = await findConnector(ctx, id);
  if (row?.merchantId !== merchant.id) throw new NotFound("connector.not_found");
  return row;
}

/** The acting merchant's connectors, oldest first. */
export function listConnectors(ctx: Context): Promise<ConnectorRow[]> {
  const merchant = actingAs(ctx, "merchant");
  return ctx.db.orm
    .select()
    .from(connectors)
    .where(and(eq(connectors.merchantId, merchant.id), living))
    .orderBy(asc(connectors.id));
}

/** Connectors whose shop is to be asked, the longest due first. */
export function listDueConnectors(ctx: Context, limit: number): Promise<ConnectorRow[]> {
  return ctx.db.orm
    .select()
    .from(connectors)
    .where(and(sql`${connectors.state} = 'active'`, lte(connectors.nextPollAt, ctx.now())))
    .orderBy(asc(connectors.nextPollAt))
    .limit(limit);
}

const UNKNOWN_LABELS_MAX = 50;

/** Labels that no table knew when they came, by connector, the newest first. */
export function listUnknownLabels(ctx: Context, connectorIds: readonly string[]) {
  const { connectorId, label, outcome, endedAt } = inboundDeliveries;
  return ctx.db.orm
    .select({
      connectorId,
      label: sql<string>`${label}`,
      count: sql<number>`count(*)`,
      lastAt: sql<number>`max(${endedAt})`,
    })
    .from(inboundDeliveries)
    .where(and(among(connectorIds), sql`${outcome} = 'unknown_label'`))
    .groupBy(connectorId, label)
    .orderBy(sql`max(${endedAt}) DESC`)
    .limit(UNKNOWN_LABELS_MAX * Math.max(1, connectorIds.length));
}

/** When each connector last brought something that was signed, by connector. */
export async function listLastDeliveries(ctx: Context, connectorIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db.orm.all<{ id: string; at: number | null }>(sql`
    SELECT value AS id, (SELECT received_at FROM inbound_deliveries
      WHERE connector_id = value AND outcome NOT IN ('signature_wrong', 'too_large') ORDER BY id DESC LIMIT 1) AS at
    FROM json_each(${JSON.stringify(connectorIds)})`);
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at]])));
}

const among = (ids: readonly string[]) =>
  sql`${inboundDeliveries.connectorId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
