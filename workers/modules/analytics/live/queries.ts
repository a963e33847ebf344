import type { Context } from "../../../platform/context.ts";
import type { LinkParties } from "./rules.ts";

/** Whose feeds are watched now. */
export async function listWatchers(ctx: Context): Promise<string[]> {
  const { results } = await ctx.db.d1
    .prepare("SELECT owner_id AS ownerId FROM live_watchers WHERE until > ?1")
    .bind(ctx.now())
    .all<{ ownerId: string }>();
  return results.map(({ ownerId }) => ownerId);
}

/** Whose links these are; deleted ones too, since their clicks may still come. */
export async function listLinkParties(ctx: Context, numbers: readonly number[]): Promise<LinkParties[]> {
  const { results } = await ctx.db.d1
    .prepare(
      `SELECT l.number, l.id AS linkId, l.product_id AS productId, l.influencer_id AS influencerId,
         l.merchant_id AS merchantId
       FROM json_each(?1) e CROSS JOIN affiliate_links l ON l.number = e.value`,
    )
    .bind(JSON.stringify(numbers))
    .all<LinkParties>();
  return results;
}

export interface LiveOrder {
  readonly id: string;
  readonly merchantId: string;
  readonly influencerId: string | null;
  readonly linkId: string | null;
  readonly status: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly commissionMinor: number | null;
}

/** What both sides may know of the orders: nothing of the customer, and not the merchant's own number. */
export async function listLiveOrders(ctx: Context, ids: readonly string[]): Promise<LiveOrder[]> {
  const { results } = await ctx.db.d1
    .prepare(
      `SELECT c.id, c.merchant_id AS merchantId, c.influencer_id AS influencerId, c.link_id AS linkId, c.status,
         c.amount_minor AS amountMinor, c.currency, m.amount_minor AS commissionMinor
       FROM json_each(?1) e CROSS JOIN conversions c ON c.id = e.value
       LEFT JOIN commissions m ON m.conversion_id = c.id`,
    )
    .bind(JSON.stringify(ids))
    .all<LiveOrder>();
  return results;
}

export interface LiveCommission {
  readonly id: string;
  readonly conversionId: string;
  readonly merchantId: string;
  readonly influencerId: string;
  readonly state: string;
  readonly amountMinor: number;
}

export async function listLiveCommissions(ctx: Context, ids: readonly string[]): Promise<LiveCommission[]> {
  const { results } = await ctx.db.d1
    .prepare(
      `SELECT m.id, m.conversion_id AS conversionId, m.merchant_id AS merchantId, m.influencer_id AS influencerId,
         m.state, m.amount_minor AS amountMinor
       FROM json_each(?1) e CROSS JOIN commissions m ON m.id = e.value`,
    )
    .bind(JSON.stringify(ids))
    .all<LiveCommission>();
  return results;
}
