import { and, asc, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Conversion } from "../../../schemas/conversions.ts";
import type { ConversionFilters, ConversionQuery, OrderCounts, OrderStage } from "../../../schemas/orders.ts";
import { actingAs, actingUser } from "../../core/actor.ts";
import { NotFound } from "../../core/errors.ts";
import { pageFrom } from "../../db/page.ts";
import type { Context } from "../../platform/context.ts";
import { commissions } from "../commissions/tables.ts";
import { isOverdue, matching, ownedBy, STAGE } from "./order-filters.ts";
import { conversionEvents, conversions, refunds } from "./tables.ts";

const found = { conversion: conversions, commission: commissions };
export type FoundConversion = Awaited<ReturnType<typeof selectConversions>>[number];

function selectConversions(ctx: Context, where: SQL | undefined, limit: number) {
  return ctx.db.orm
    .select(found)
    .from(conversions)
    .leftJoin(commissions, eq(commissions.conversionId, conversions.id))
    .where(where)
    .orderBy(desc(conversions.id))
    .limit(limit);
}

/**
 * The actor's own conversion by order id (merchants) or `cnv_…` (both).
 * @throws NotFound `conversion.not_found`, for somebody else's as for none
 */
export async function getConversion(ctx: Context, ref: string): Promise<FoundConversion> {
  const user = actingUser(ctx);
  const byId = eq(conversions.id, ref);
  const named = ref.startsWith("cnv_") || user.role !== "merchant" ? byId : eq(conversions.orderId, ref);
  const [row] = await selectConversions(ctx, and(ownedBy(user), named), 1);
  if (!row) throw new NotFound("conversion.not_found");
  return row;
}

/** The merchant's conversion of an order id, or undefined. */
export async function findOrder(
  ctx: Context,
  merchantId: string,
  orderId: string,
): Promise<FoundConversion | undefined> {
  const [row] = await selectConversions(
    ctx,
    and(eq(conversions.merchantId, merchantId), eq(conversions.orderId, orderId)),
    1,
  );
  return row;
}

/** Any conversion by id, for queues and admins. */
export async function findConversionById(ctx: Context, id: string): Promise<FoundConversion | undefined> {
  const [row] = await selectConversions(ctx, eq(conversions.id, id), 1);
  return row;
}

/** The actor's own conversions that match, newest first. */
export async function listConversions(ctx: Context, { limit, ...query }: ConversionQuery) {
  return pageFrom(await listMatching(ctx, query, query.cursor, limit + 1), limit, ({ conversion }) => conversion.id);
}

/** The next of the actor's conversions that match, newest first, after the id of the last one read. */
export function listMatching(ctx: Context, filters: ConversionFilters, after: string | undefined, limit: number) {
  const where = and(
    matching(actingUser(ctx), filters, ctx.now()),
    after === undefined ? undefined : lt(conversions.id, after),
  );
  return selectConversions(ctx, where, limit);
}

/** How many of the acting merchant's orders wait for what; those that have ended are never read. */
export async function getOrderCounts(ctx: Context): Promise<OrderCounts> {
  const { id } = actingAs(ctx, "merchant");
  const own = eq(conversions.merchantId, id);
  const [rows, overdue, couriers] = await Promise.all([
    ctx.db.orm
      .select({ stage: sql<OrderStage>`${STAGE}`, count: sql<number>`count(*)` })
      .from(conversions)
      .where(and(own, sql`${STAGE} IS NOT NULL`))
      .groupBy(STAGE),
    ctx.db.orm
      .select({ count: sql<number>`count(*)` })
      .from(conversions)
      .where(and(own, isOverdue(ctx.now()))),
    listCouriers(ctx, id),
  ]);
  const stages = { to_confirm: 0, to_ship: 0, on_the_way: 0, to_collect: 0 };
  for (const { stage, count } of rows) stages[stage] = count;
  return { stages, overdue: overdue[0]?.count ?? 0, couriers };
}

const COURIERS_MAX = 50;

// From name to name through the index, whatever the number of orders between them.
async function listCouriers(ctx: Context, merchantId: string): Promise<string[]> {
  const next = (after: SQL) =>
    sql`SELECT min(courier) FROM conversions WHERE merchant_id = ${merchantId} AND courier > ${after}`;
  const rows = await ctx.db.orm.all<{ name: string }>(sql`
    WITH RECURSIVE known (name) AS (SELECT (${next(sql`''`)}) UNION ALL
      SELECT (${next(sql`e.name`)}) FROM known e WHERE e.name IS NOT NULL)
    SELECT name FROM known e WHERE name IS NOT NULL LIMIT ${COURIERS_MAX}`);
  return rows.map(({ name }) => name);
}

interface NamesRow {
  readonly id: string;
  readonly titleFr: string | null;
  readonly titleEn: string | null;
  readonly titleAr: string | null;
  readonly influencer: string | null;
  readonly link: string | null;
}

/** What the attributions of these conversions are about, in the caller's language; whoever may see them has been asked before. */
export async function listNames(
  ctx: Context,
  conversionIds: readonly string[],
): Promise<ReadonlyMap<string, NonNullable<Conversion["names"]>>> {
  const rows = await ctx.db.orm.all<NamesRow>(sql`
    SELECT c.id, p.title_fr AS titleFr, p.title_en AS titleEn, p.title_ar AS titleAr, u.display_name AS influencer,
      coalesce(l.title, l.slug) AS link
    FROM conversions c LEFT JOIN products p ON p.id = c.product_id LEFT JOIN users u ON u.id = c.influencer_id
      LEFT JOIN affiliate_links l ON l.id = c.link_id
    WHERE c.id IN (SELECT value FROM json_each(${JSON.stringify(conversionIds)}))`);
  return new Map(
    rows.map((row) => {
      const own = { fr: row.titleFr, en: row.titleEn, ar: row.titleAr }[ctx.locale];
      return [row.id, { product: own ?? row.titleFr, influencer: row.influencer, link: row.link }];
    }),
  );
}

/** Everything that was said about one conversion, in the order it was received. */
export function listEvents(ctx: Context, conversionId: string) {
  return ctx.db.orm
    .select()
    .from(conversionEvents)
    .where(eq(conversionEvents.conversionId, conversionId))
    .orderBy(asc(conversionEvents.receivedAt), asc(conversionEvents.id));
}

export function listRefunds(ctx: Context, conversionId: string) {
  return ctx.db.orm.select().from(refunds).where(eq(refunds.conversionId, conversionId));
}
