import { eq, sql } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";
import { type StorefrontRow, storefronts } from "./tables.ts";

/** The influencer's storefront, or undefined before the first change. */
export async function findStorefront(ctx: Context, userId: string): Promise<StorefrontRow | undefined> {
  const [row] = await ctx.db.orm.select().from(storefronts).where(eq(storefronts.userId, userId)).limit(1);
  return row;
}

/** Which of the ids are living links of the influencer. */
export async function listOwnLinkIds(ctx: Context, userId: string, linkIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.orm.all<{ id: string }>(
    sql`SELECT id FROM affiliate_links WHERE id IN (SELECT value FROM json_each(${JSON.stringify(linkIds)}))
      AND influencer_id = ${userId} AND deleted_at IS NULL`,
  );
  return rows.map(({ id }) => id);
}

export interface ChoiceRow {
  readonly linkId: string;
  readonly slug: string;
  readonly title: string | null;
  readonly productId: string;
  /** The place on the storefront; null when it is not shown. */
  readonly position: number | null;
  readonly runs: 0 | 1;
}

const CHOICES_MAX = 260;

// As the redirect decides it: what does not run here would show "offer ended" there.
const runsAt = (
  nowMs: number,
) => sql`(l.state = 'active' AND p.state = 'active' AND m.state = 'active' AND r.state = 'approved'
  AND coalesce(l.starts_at, 0) <= ${nowMs} AND (l.ends_at IS NULL OR l.ends_at >= ${nowMs}))`;

/** The influencer's living links: those shown in their order, then the newest, 260 in all. */
export function listChoices(ctx: Context, userId: string): Promise<ChoiceRow[]> {
  return ctx.db.orm.all<ChoiceRow>(
    sql`SELECT l.id AS linkId, l.slug, l.title, l.product_id AS productId, i.position, ${runsAt(ctx.now())} AS runs
      FROM affiliate_links l
      JOIN products p ON p.id = l.product_id JOIN users m ON m.id = l.merchant_id
      JOIN affiliate_requests r ON r.id = l.request_id
      LEFT JOIN storefront_items i ON i.user_id = l.influencer_id AND i.link_id = l.id
      WHERE l.influencer_id = ${userId} AND l.deleted_at IS NULL
      ORDER BY i.position IS NULL, i.position, l.id DESC LIMIT ${CHOICES_MAX}`,
  );
}

/** An active influencer's published storefront by handle, whatever its case; undefined when nobody may see it. */
export async function findPublished(ctx: Context, handle: string) {
  const [row] = await ctx.db.orm.all<{ userId: string; handle: string; displayName: string }>(
    sql`SELECT u.id AS userId, u.handle, u.display_name AS displayName
      FROM users u JOIN storefronts s ON s.user_id = u.id
      WHERE u.handle = ${handle} COLLATE NOCASE AND u.role = 'influencer' AND u.state = 'active'
        AND u.deleted_at IS NULL AND s.published = 1`,
  );
  return row;
}

export interface ShownRow {
  readonly linkId: string;
  readonly slug: string;
  readonly productId: string;
  /** The newest living code of the link. */
  readonly coupon: string | null;
}

/** The items of the storefront whose offer runs, in their order. */
export function listShown(ctx: Context, userId: string): Promise<ShownRow[]> {
  const now = ctx.now();
  return ctx.db.orm.all<ShownRow>(
    sql`SELECT l.id AS linkId, l.slug, l.product_id AS productId,
        (SELECT c.code FROM coupons c WHERE c.link_id = l.id AND c.deleted_at IS NULL
          AND (c.ends_at IS NULL OR c.ends_at >= ${now}) ORDER BY c.id DESC LIMIT 1) AS coupon
      FROM storefront_items i JOIN affiliate_links l ON l.id = i.link_id
      JOIN products p ON p.id = l.product_id JOIN users m ON m.id = l.merchant_id
      JOIN affiliate_requests r ON r.id = l.request_id
      WHERE i.user_id = ${userId} AND l.influencer_id = ${userId} AND l.deleted_at IS NULL AND ${runsAt(now)}
      ORDER BY i.position`,
  );
}
