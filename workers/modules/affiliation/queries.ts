import { and, asc, desc, eq, gt, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { LinkFolders, LinkQuery } from "../../../schemas/links.ts";
import { actingAs, actingUser, type UserActor } from "../../core/actor.ts";
import { Forbidden, NotFound } from "../../core/errors.ts";
import { pageFrom } from "../../db/page.ts";
import type { Context } from "../../platform/context.ts";
import { affiliateLinks, type CouponRow, coupons, type LinkState, type RequestState } from "./tables.ts";

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

/** The actor's own links, newest first; `q` is part of a slug or title. */
export async function listLinks(ctx: Context, query: LinkQuery) {
  const like = query.q ? `%${query.q.replace(/[\\%_]/g, "\\$&")}%` : undefined;
  const rows = await ctx.db.orm
    .select()
    .from(affiliateLinks)
    .where(
      and(
        ownedBy(actingUser(ctx)),
        isNull(affiliateLinks.deletedAt),
        query.cursor ? lt(affiliateLinks.id, query.cursor) : undefined,
        query.productId ? eq(affiliateLinks.productId, query.productId) : undefined,
        query.folder ? eq(affiliateLinks.folder, query.folder) : undefined,
        query.tag
          ? sql`EXISTS (SELECT 1 FROM json_each(${affiliateLinks.tags}) WHERE value = ${query.tag})`
          : undefined,
        like
          ? sql`(${affiliateLinks.slug} LIKE ${like} ESCAPE '\\' OR ${affiliateLinks.title} LIKE ${like} ESCAPE '\\')`
          : undefined,
      ),
    )
    .orderBy(desc(affiliateLinks.id))
    .limit(query.limit + 1);
  return pageFrom(rows, query.limit, (row) => row.id);
}

/** The influencer's folders by name, with their number of links. */
export async function listFolders(ctx: Context): Promise<LinkFolders["data"]> {
  const influencer = actingAs(ctx, "influencer");
  return ctx.db.orm.all<LinkFolders["data"][number]>(
    sql`SELECT folder AS name, count(*) AS linksCount FROM affiliate_links
      WHERE influencer_id = ${influencer.id} AND folder IS NOT NULL AND deleted_at IS NULL GROUP BY folder ORDER BY folder`,
  );
}

/** Whether any link has the slug, or had it: a slug never comes back. */
export async function isSlugTaken(ctx: Context, slug: string): Promise<boolean> {
  const rows = await ctx.db.orm.all(sql`SELECT 1 FROM affiliate_links WHERE slug = ${slug}`);
  return rows.length > 0;
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

/** A live code of the actor: of an own link, or of one to an own product. @throws NotFound `coupon.not_found` */
export async function getCoupon(ctx: Context, couponId: string): Promise<CouponRow> {
  const [row] = await ctx.db.orm
    .select({ coupon: coupons })
    .from(coupons)
    .innerJoin(affiliateLinks, eq(affiliateLinks.id, coupons.linkId))
    .where(and(eq(coupons.id, couponId), ownedBy(actingUser(ctx)), isNull(coupons.deletedAt)))
    .limit(1);
  if (!row) throw new NotFound("coupon.not_found");
  return row.coupon;
}

/** A product as a new link needs it, with the influencer's approved request for it or null. */
export interface LinkableProduct {
  readonly productId: string;
  readonly merchantId: string;
  readonly landingUrl: string;
  readonly title: string;
  readonly state: "active" | "paused" | "archived";
  readonly requestId: string | null;
}

/** The products of the ids that exist. */
export function listLinkableProducts(ctx: Context, influencerId: string, productIds: readonly string[]) {
  return ctx.db.orm.all<LinkableProduct>(
    sql`SELECT p.id AS productId, p.merchant_id AS merchantId, p.landing_url AS landingUrl, p.title_fr AS title, p.state,
        (SELECT r.id FROM affiliate_requests r
          WHERE r.product_id = p.id AND r.influencer_id = ${influencerId} AND r.state = 'approved') AS requestId
      FROM products p WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`,
  );
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

/** The slugs of links, of the deleted ones too. */
export function listSlugs(ctx: Context, linkIds: readonly string[]) {
  return ctx.db.orm
    .select({ id: affiliateLinks.id, slug: affiliateLinks.slug })
    .from(affiliateLinks)
    .where(sql`${affiliateLinks.id} IN (SELECT value FROM json_each(${JSON.stringify(linkIds)}))`);
}

/** Links of the products, in the order of their numbers. */
export function listLinksOfProducts(
  ctx: Context,
  productIds: readonly string[],
  page: { after: number; limit: number },
) {
  return ctx.db.orm
    .select({ id: affiliateLinks.id, slug: affiliateLinks.slug, number: affiliateLinks.number })
    .from(affiliateLinks)
    .where(
      and(
        sql`${affiliateLinks.productId} IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`,
        gt(affiliateLinks.number, page.after),
      ),
    )
    .orderBy(asc(affiliateLinks.number))
    .limit(page.limit);
}

/** Every link that stands or falls with the user, as influencer or as merchant. */
export async function listLinksOfParty(ctx: Context, userId: string): Promise<PartyLink[]> {
  const { results } = await ctx.db.d1
    .prepare(
      "SELECT id, slug, product_id AS productId FROM affiliate_links WHERE influencer_id = ?1 OR merchant_id = ?1",
    )
    .bind(userId)
    .all<PartyLink>();
  return results;
}

interface PartyLink {
  readonly id: string;
  readonly slug: string;
  readonly productId: string;
}
