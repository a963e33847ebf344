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
  const ordersOf = new Map(orders.map((one) => [one.productId, one]));
  return productIds.map((productId) => ({
    productId,
    clicks: clicksOf.get(productId) ?? 0,
    ...(ordersOf.get(productId) ?? { conversions: 0, delivered: 0, ended: 0, earnedMinor: 0 }),
  }));
}

// A parcel's end as everywhere in analytics (view order_parts): without one 45 days after the order it was not delivered.
function listOrderCounts(ctx: Context, productIds: readonly string[], sinceMs: number): Promise<OrderCounts[]> {
  const overdueMs = ctx.now() - OVERDUE_DAYS * DAY_MS;
  return ctx.db.orm.all<OrderCounts>(
    sql`SELECT w.value AS productId, count(p.conversion_id) AS conversions,
        sum(p.arrived + iif(p.ordered_at < ${overdueMs}, 0, p.waiting)) AS delivered,
        sum(p.arrived + p.waiting + p.failed + iif(p.ordered_at < ${overdueMs}, p.undecided, 0)) AS ended,
        sum(p.earned_minor) AS earnedMinor
      FROM json_each(${JSON.stringify(productIds)}) w
      CROSS JOIN affiliate_links l ON l.product_id = w.value
      CROSS JOIN order_parts p ON p.link_id = l.id AND p.ordered_at >= ${sinceMs}
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
