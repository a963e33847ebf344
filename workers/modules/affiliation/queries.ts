import { and, desc, eq, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { PageQuery } from "../../../schemas/page.ts";
import { actingUser, type UserActor } from "../../core/actor.ts";
import { Forbidden, NotFound } from "../../core/errors.ts";
import { pageFrom } from "../../db/page.ts";
import type { Context } from "../../platform/context.ts";
import { affiliateLinks, affiliateRequests, coupons, type LinkState, type RequestState } from "./tables.ts";

/** Terms under which a touch of a link may carry an order: a row of the view `link_terms`. */
export interface LinkTerms {
  readonly linkId: string;
  readonly merchantId: string;
  readonly influencerId: string;
  readonly productId: string;
  readonly requestId: string;
  readonly linkState: LinkState;
  readonly pausedAt: number | null;
  readonly endsAt: number | null;
  readonly requestState: RequestState;
  readonly requestRateBps: number | null;
  readonly productEndedAt: number | null;
  readonly commissionType: "rate" | "flat";
  readonly commissionRateBps: number | null;
  readonly commissionAmountMinor: number | null;
  readonly holdDays: number | null;
  readonly attributionDays: number;
  readonly suspendedAt: number | null;
}

/** `json_object` of a row `t` of `link_terms`, so that one query can bring two of them. */
export const LINK_TERMS_JSON = `json_object('linkId', t.link_id, 'merchantId', t.merchant_id, 'influencerId', t.influencer_id,
  'productId', t.product_id, 'requestId', t.request_id, 'linkState', t.link_state, 'pausedAt', t.paused_at, 'endsAt', t.ends_at,
  'requestState', t.request_state, 'requestRateBps', t.request_rate_bps, 'productEndedAt', t.product_ended_at,
  'commissionType', t.commission_type, 'commissionRateBps', t.commission_rate_bps, 'commissionAmountMinor', t.commission_amount_minor,
  'holdDays', t.hold_days, 'attributionDays', t.attribution_days, 'suspendedAt', t.suspended_at)`;

/** The one place that says whose links a user may see: influencers their own, merchants those to their products. */
function ownedBy(user: UserActor): SQL {
  if (user.role === "influencer") return eq(affiliateLinks.influencerId, user.id);
  if (user.role === "merchant") return eq(affiliateLinks.merchantId, user.id);
  throw new Forbidden("role.required");
}

/** The actor's own links, newest first. */
export async function listLinks(ctx: Context, query: PageQuery) {
  const rows = await ctx.db.orm
    .select()
    .from(affiliateLinks)
    .where(
      and(
        ownedBy(actingUser(ctx)),
        isNull(affiliateLinks.deletedAt),
        query.cursor ? lt(affiliateLinks.id, query.cursor) : undefined,
      ),
    )
    .orderBy(desc(affiliateLinks.id))
    .limit(query.limit + 1);
  return pageFrom(rows, query.limit, (row) => row.id);
}

/** The actor's own link. @throws NotFound `link.not_found`, for somebody else's as for none */
export async function getLink(ctx: Context, linkId: string) {
  const [row] = await ctx.db.orm
    .select()
    .from(affiliateLinks)
    .where(and(eq(affiliateLinks.id, linkId), ownedBy(actingUser(ctx)), isNull(affiliateLinks.deletedAt)))
    .limit(1);
  if (!row) throw new NotFound("link.not_found");
  return row;
}

/** The live codes of the links. */
export function listCoupons(ctx: Context, linkIds: readonly string[]) {
  return ctx.db.orm
    .select()
    .from(coupons)
    .where(and(inArray(coupons.linkId, [...linkIds]), isNull(coupons.deletedAt)));
}

/** The influencer's approved request for the product, or undefined. */
export async function findApprovedRequest(ctx: Context, influencerId: string, productId: string) {
  const [row] = await ctx.db.orm
    .select()
    .from(affiliateRequests)
    .where(
      and(
        eq(affiliateRequests.productId, productId),
        eq(affiliateRequests.influencerId, influencerId),
        eq(affiliateRequests.state, "approved"),
      ),
    )
    .limit(1);
  return row;
}

/** The terms of one link. */
export async function getLinkTerms(ctx: Context, linkNumber: number): Promise<LinkTerms> {
  const row = await ctx.db.orm.get<{ terms: string }>(
    sql`SELECT ${sql.raw(LINK_TERMS_JSON)} AS terms FROM link_terms t WHERE t.number = ${linkNumber}`,
  );
  if (!row) throw new NotFound("link.not_found");
  return JSON.parse(row.terms);
}

/** Numbers of the active links that have a click cap. */
export async function listCappedNumbers(ctx: Context): Promise<number[]> {
  const rows = await ctx.db.orm.all<{ number: number }>(
    sql`SELECT number FROM affiliate_links INDEXED BY affiliate_links_with_a_cap WHERE clicks_max IS NOT NULL AND state = 'active'`,
  );
  return rows.map(({ number }) => number);
}

/** Active links of the numbers that have a click cap. */
export function listCappedCandidates(ctx: Context, numbers: readonly number[]) {
  return ctx.db.orm.all<{ number: number; id: string; slug: string; clicksMax: number; version: number }>(
    sql`SELECT number, id, slug, clicks_max AS clicksMax, version FROM affiliate_links INDEXED BY affiliate_links_with_a_cap
      WHERE clicks_max IS NOT NULL AND state = 'active' AND number IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`,
  );
}

/** Orders and net earnings of the links, from the read model `link_results`. */
export function listLinkResults(ctx: Context, linkIds: readonly string[]) {
  return ctx.db.orm.all<{ linkId: string; conversions: number; earnedMinor: number }>(
    sql`SELECT link_id AS linkId, conversions, earned_minor AS earnedMinor FROM link_results
      WHERE link_id IN (SELECT value FROM json_each(${JSON.stringify(linkIds)}))`,
  );
}

export interface ClickTotals {
  linkNumber: number;
  human: number;
  bot: number;
  preview: number;
  prefetch: number;
  visitors: number;
  scans: number;
}

/** Hits of the links by class, from the daily counters. */
export async function listClickTotals(ctx: Context, linkNumbers: readonly number[]): Promise<ClickTotals[]> {
  const { results } = await ctx.clicks
    .prepare(
      `SELECT link_number AS linkNumber, human, bot, preview, prefetch, visitors, scans FROM click_totals
        WHERE link_number IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(linkNumbers))
    .all<ClickTotals>();
  return results;
}

/** The slug of a link, for crons. */
export async function findLinkSlug(ctx: Context, linkId: string): Promise<string | undefined> {
  const [row] = await ctx.db.orm
    .select({ slug: affiliateLinks.slug })
    .from(affiliateLinks)
    .where(eq(affiliateLinks.id, linkId))
    .limit(1);
  return row?.slug;
}

/** All links of a product. */
export function listLinksOfProduct(ctx: Context, productId: string) {
  return ctx.db.orm
    .select({ id: affiliateLinks.id, slug: affiliateLinks.slug })
    .from(affiliateLinks)
    .where(eq(affiliateLinks.productId, productId));
}

/** Every link that stands or falls with the user, as influencer or as merchant. */
export async function listLinksOfParty(ctx: Context, userId: string): Promise<{ id: string; slug: string }[]> {
  const { results } = await ctx.db.d1
    .prepare("SELECT id, slug FROM affiliate_links WHERE influencer_id = ?1 OR merchant_id = ?1")
    .bind(userId)
    .all<{ id: string; slug: string }>();
  return results;
}
