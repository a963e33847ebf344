import { sql } from "drizzle-orm";
import { OVERDUE_DAYS } from "../../../../schemas/orders.ts";
import { casablancaDay, DAY_MS } from "../../../core/calendar.ts";
import type { Context } from "../../../platform/context.ts";
import type { ProductCounts } from "./rules.ts";

type OrderCounts = Omit<ProductCounts, "clicks">;

/** The next products in the order of their ids that anybody has ever had a link to. */
export async function listLinkedProductIds(ctx: Context, afterId: string, limit: number): Promise<string[]> {
  const rows = await ctx.db.orm.all<{ productId: string }>(
    sql`SELECT DISTINCT product_id AS productId FROM affiliate_links
      WHERE product_id > ${afterId} ORDER BY product_id LIMIT ${limit}`,
  );
  return rows.map(({ productId }) => productId);
}

/** What became of the products' orders since the instant (UTC epoch ms), and how many people clicked since its day. */
export async function listProductCounts(
  ctx: Context,
  productIds: readonly string[],
  sinceMs: number,
): Promise<ProductCounts[]> {
  const [orders, links] = await Promise.all([
    listOrderCounts(ctx, productIds, sinceMs),
    ctx.db.orm.all<{ number: number; productId: string }>(
      sql`SELECT number, product_id AS productId FROM affiliate_links
        WHERE product_id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`,
    ),
  ]);
  const clicks = await listHumanClicks(ctx, links, casablancaDay(sinceMs));
  const clicksOf = new Map<string, number>();
  for (const { number, productId } of links)
    clicksOf.set(productId, (clicksOf.get(productId) ?? 0) + (clicks.get(number) ?? 0));
  return orders.map((one) => ({ ...one, clicks: clicksOf.get(one.productId) ?? 0 }));
}

// As for influencers' cards: a parcel ends delivered, or refused, returned or lost; a cancelled order was never on its way.
// Cash is collected at the door; a prepaid order that is paid is still on its way. One that is overdue counts as not delivered.
function listOrderCounts(ctx: Context, productIds: readonly string[], sinceMs: number): Promise<OrderCounts[]> {
  const overdue = sql`c.collected_at IS NULL AND c.status IN ('placed', 'confirmed', 'shipped', 'delivered')
    AND c.ordered_at < ${ctx.now() - OVERDUE_DAYS * DAY_MS}`;
  return ctx.db.orm.all<OrderCounts>(
    sql`SELECT w.value AS productId, count(c.id) AS conversions,
        coalesce(sum((c.status = 'delivered' OR (c.status = 'collected' AND c.payment = 'cod')) AND NOT (${overdue})), 0)
          AS delivered,
        coalesce(sum(c.status IN ('delivered', 'refused', 'returned', 'lost')
          OR (c.status = 'collected' AND c.payment = 'cod') OR (${overdue})), 0) AS ended,
        coalesce(sum(CASE WHEN k.state IN ('earned', 'available', 'paid') THEN k.amount_minor - k.reversed_minor END), 0)
          AS earnedMinor
      FROM json_each(${JSON.stringify(productIds)}) w
      LEFT JOIN affiliate_links l ON l.product_id = w.value
      LEFT JOIN conversions c ON c.link_id = l.id AND c.ordered_at >= ${sinceMs}
      LEFT JOIN commissions k ON k.conversion_id = c.id
      GROUP BY w.value`,
  );
}

async function listHumanClicks(
  ctx: Context,
  links: readonly { readonly number: number }[],
  sinceDay: number,
): Promise<ReadonlyMap<number, number>> {
  const { results } = await ctx.clicks
    .prepare(
      `SELECT link_number AS number, sum(human) AS human FROM click_stats_daily
        WHERE link_number IN (SELECT value FROM json_each(?1)) AND day >= ?2 GROUP BY link_number`,
    )
    .bind(JSON.stringify(links.map(({ number }) => number)), sinceDay)
    .all<{ number: number; human: number }>();
  return new Map(results.map(({ number, human }) => [number, human]));
}
