import { sql } from "drizzle-orm";
import type { MerchantCard } from "../../../../schemas/products.ts";
import { NotFound } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { listVerifiedHosts } from "../queries.ts";

interface CardRow {
  readonly id: string;
  readonly displayName: string;
  readonly handle: string | null;
  readonly createdAt: number;
  readonly products: number;
  readonly delivered: number;
  readonly ended: number;
}

/**
 * An active merchant by id or handle, as the marketplace shows one; the delivery rate is of all products together.
 * @throws NotFound `user.not_found`
 */
export async function getMerchantCard(ctx: Context, idOrHandle: string): Promise<MerchantCard> {
  const row = await ctx.db.orm.get<CardRow>(
    sql`SELECT m.id, m.display_name AS displayName, m.handle, m.created_at AS createdAt,
        count(CASE l.listed WHEN 1 THEN 1 END) AS products,
        coalesce(sum(s.delivered), 0) AS delivered, coalesce(sum(s.ended), 0) AS ended
      FROM users m LEFT JOIN product_listings l ON l.merchant_id = m.id LEFT JOIN product_stats s ON s.product_id = l.product_id
      WHERE (m.id = ${idOrHandle} OR m.handle = ${idOrHandle} COLLATE NOCASE)
        AND m.role = 'merchant' AND m.state = 'active' AND m.deleted_at IS NULL
      GROUP BY m.id LIMIT 1`,
  );
  if (!row) throw new NotFound("user.not_found");
  return {
    id: row.id,
    displayName: row.displayName,
    handle: row.handle,
    hosts: await listVerifiedHosts(ctx, row.id),
    products: row.products,
    deliveryRateBps: row.ended === 0 ? null : Math.floor((row.delivered * 10_000) / row.ended),
    memberSince: new Date(row.createdAt).toISOString(),
  };
}
