import { type SQL, sql } from "drizzle-orm";
import type { OverviewQuery } from "../../../../schemas/analytics.ts";
import { actingUser } from "../../../core/actor.ts";
import { Forbidden, NotFound } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";

export type Filters = Pick<OverviewQuery, "linkId" | "productId" | "influencerId" | "merchantId">;

/** Whose numbers are read: the acting merchant's or influencer's own, and of them what the filters leave. */
export interface Scope {
  readonly ownerId: string;
  readonly side: "merchant" | "influencer";
  readonly filters: Filters;
  /** The links that the filters leave; null when nothing is filtered and the owner's own counters answer. */
  readonly linkNumbers: readonly number[] | null;
}

/**
 * The one place that says whose numbers a user may see. Another's product, influencer or merchant leaves no links at all.
 * @throws Forbidden `role.required` @throws NotFound `link.not_found` for a link that is not the actor's
 */
export async function getScope(ctx: Context, query: Filters): Promise<Scope> {
  const user = actingUser(ctx);
  if (user.role === "admin") throw new Forbidden("role.required");
  const { linkId, productId, influencerId, merchantId } = query;
  const filters = { linkId, productId, influencerId, merchantId };
  const scope = { ownerId: user.id, side: user.role, filters };
  if (Object.values(filters).every((value) => value === undefined)) return { ...scope, linkNumbers: null };
  const linkNumbers = await listLinkNumbers(ctx, { ...scope, linkNumbers: null });
  if (linkId !== undefined && linkNumbers.length === 0) throw new NotFound("link.not_found");
  return { ...scope, linkNumbers };
}

/** Numbers of the scope's links, deleted ones included: their clicks still count. */
export async function listLinkNumbers(ctx: Context, scope: Scope): Promise<number[]> {
  const rows = await ctx.db.orm.all<{ number: number }>(
    sql`SELECT l.number FROM affiliate_links l WHERE ${linksOf(scope)} ORDER BY l.number`,
  );
  return rows.map(({ number }) => number);
}

/** The condition on a link `l` to be one of the scope's. */
export function linksOf({ ownerId, side, filters }: Scope): SQL {
  const owner = side === "merchant" ? sql`l.merchant_id = ${ownerId}` : sql`l.influencer_id = ${ownerId}`;
  return sql.join([owner, ...narrowed(filters, sql`l.id`, sql`l.`)], sql` AND `);
}

/** The condition on a row of `order_cells` `o` to be one of the scope's. */
export function cellsOf({ ownerId, side, filters }: Scope): SQL {
  const owner = side === "merchant" ? sql`o.merchant_id = ${ownerId}` : sql`o.influencer_id = ${ownerId}`;
  return sql.join([owner, ...narrowed(filters, sql`o.link_id`, sql`o.`)], sql` AND `);
}

function narrowed({ linkId, productId, influencerId, merchantId }: Filters, link: SQL, table: SQL): SQL[] {
  return [
    ...(linkId === undefined ? [] : [sql`${link} = ${linkId}`]),
    ...(productId === undefined ? [] : [sql`${table}product_id = ${productId}`]),
    ...(influencerId === undefined ? [] : [sql`${table}influencer_id = ${influencerId}`]),
    ...(merchantId === undefined ? [] : [sql`${table}merchant_id = ${merchantId}`]),
  ];
}
