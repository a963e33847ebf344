import { and, asc, eq, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { ApprovalRule, RequestQuery } from "../../../../schemas/requests.ts";
import type { Locale } from "../../../../schemas/users.ts";
import { actingUser, type UserActor } from "../../../core/actor.ts";
import { Forbidden, NotFound } from "../../../core/errors.ts";
import { pageFrom } from "../../../db/page.ts";
import type { Context } from "../../../platform/context.ts";
import { affiliateLinks, affiliateRequests, approvalRules, type RequestRow, type RequestState } from "../tables.ts";
import { NO_RULE } from "./rules.ts";

/** The one place that says whose requests a user may see: influencers their own, merchants those to their products. */
function ownedBy(user: UserActor): SQL {
  if (user.role === "influencer") return eq(affiliateRequests.influencerId, user.id);
  if (user.role === "merchant") return eq(affiliateRequests.merchantId, user.id);
  throw new Forbidden("role.required");
}

/** The actor's own request. @throws NotFound `request.not_found`, for somebody else's as for none */
export async function getRequest(ctx: Context, requestId: string): Promise<RequestRow> {
  const [row] = await ctx.db.orm
    .select()
    .from(affiliateRequests)
    .where(and(eq(affiliateRequests.id, requestId), ownedBy(actingUser(ctx))))
    .limit(1);
  if (!row) throw new NotFound("request.not_found");
  return row;
}

/** The actor's own requests: a merchant's waiting ones first, then the newest; an influencer's newest first. */
export async function listRequests(ctx: Context, { limit, cursor, state, productId }: RequestQuery) {
  const user = actingUser(ctx);
  const isInbox = user.role === "merchant" && state === undefined;
  const rows = await ctx.db.orm
    .select()
    .from(affiliateRequests)
    .where(
      and(
        ownedBy(user),
        state === undefined ? undefined : eq(affiliateRequests.state, state),
        productId === undefined ? undefined : eq(affiliateRequests.productId, productId),
        cursor === undefined
          ? undefined
          : isInbox
            ? afterInboxCursor(cursor)
            : sql`${affiliateRequests.id} < ${cursor}`,
      ),
    )
    .orderBy(...(isInbox ? [sql`(state = 'pending') DESC`] : []), sql`${affiliateRequests.id} DESC`)
    .limit(limit + 1);
  return pageFrom(rows, limit, (row) => (isInbox ? `${row.state === "pending" ? 1 : 0}~${row.id}` : row.id));
}

function afterInboxCursor(cursor: string): SQL {
  const [rank, id = ""] = cursor.split("~");
  return sql`((state = 'pending'), id) < (${rank === "1" ? 1 : 0}, ${id})`;
}

/** Who and what a request is about, as letters and rules need it. */
export interface Parties {
  readonly productId: string;
  readonly productState: "active" | "paused" | "archived";
  readonly titleFr: string;
  readonly titleEn: string | null;
  readonly titleAr: string | null;
  readonly merchantId: string;
  readonly merchantName: string;
  readonly merchantEmail: string;
  readonly merchantLocale: Locale;
  readonly merchantState: "active" | "suspended";
  readonly merchantDeletedAt: number | null;
  readonly influencerId: string;
  readonly influencerName: string;
  readonly influencerEmail: string;
  readonly influencerLocale: Locale;
  readonly influencerDeletedAt: number | null;
}

type Pair = Pick<RequestRow, "productId" | "influencerId">;

/** The parties of each pair of product and influencer that exists. */
export function listParties(ctx: Context, pairs: readonly Pair[]) {
  const values = pairs.map(({ productId, influencerId }) => [productId, influencerId]);
  return ctx.db.orm.all<Parties>(sql`
    SELECT p.id AS productId, p.state AS productState, p.title_fr AS titleFr, p.title_en AS titleEn, p.title_ar AS titleAr,
      m.id AS merchantId, m.display_name AS merchantName, m.email AS merchantEmail, m.locale AS merchantLocale,
      m.state AS merchantState, m.deleted_at AS merchantDeletedAt, i.id AS influencerId, i.display_name AS influencerName,
      i.email AS influencerEmail, i.locale AS influencerLocale, i.deleted_at AS influencerDeletedAt
    FROM json_each(${JSON.stringify(values)})
    JOIN products p ON p.id = json_each.value ->> 0 JOIN users m ON m.id = p.merchant_id JOIN users i ON i.id = json_each.value ->> 1`);
}

/** The parties, or undefined when there is no such product. */
export async function findParties(ctx: Context, pair: Pair): Promise<Parties | undefined> {
  return (await listParties(ctx, [pair]))[0];
}

export interface Standing {
  readonly isBlocked: number;
  readonly openId: string | null;
  readonly openState: RequestState | null;
  readonly openExpiresAt: number | null;
  readonly rejectedAt: number | null;
}

/** What stands between an influencer and a new request for the product. */
export async function getStanding(
  ctx: Context,
  { productId, influencerId, merchantId }: Pick<Parties, "productId" | "influencerId" | "merchantId">,
): Promise<Standing> {
  const [standing] = await ctx.db.orm.all<Standing>(sql`
    SELECT EXISTS (SELECT 1 FROM influencer_blocks WHERE merchant_id = ${merchantId} AND influencer_id = ${influencerId}) AS isBlocked,
      open.id AS openId, open.state AS openState, open.expires_at AS openExpiresAt,
      (SELECT max(decided_at) FROM affiliate_requests
        WHERE product_id = ${productId} AND influencer_id = ${influencerId} AND state = 'rejected') AS rejectedAt
    FROM (SELECT 1) LEFT JOIN affiliate_requests open
      ON open.product_id = ${productId} AND open.influencer_id = ${influencerId} AND open.state IN ('pending', 'approved')`);
  if (!standing) throw new Error("a row of subqueries is always there");
  return standing;
}

/** Requests that nobody decided in time, the oldest first. */
export function listLapsedRequests(ctx: Context, limit: number) {
  return ctx.db.orm
    .select()
    .from(affiliateRequests)
    .where(and(sql`state = 'pending'`, lte(affiliateRequests.expiresAt, ctx.now())))
    .orderBy(asc(affiliateRequests.expiresAt))
    .limit(limit);
}

/** What is pending or approved between the merchant and the influencer. */
export function listOpenRequests(ctx: Context, merchantId: string, influencerId: string) {
  return ctx.db.orm
    .select()
    .from(affiliateRequests)
    .where(
      and(
        eq(affiliateRequests.influencerId, influencerId),
        eq(affiliateRequests.merchantId, merchantId),
        inArray(affiliateRequests.state, ["pending", "approved"]),
      ),
    );
}

/** The links made under the requests. */
export function listLinksOfRequests(ctx: Context, requestIds: readonly string[]) {
  return ctx.db.orm
    .select({ id: affiliateLinks.id, slug: affiliateLinks.slug })
    .from(affiliateLinks)
    .where(sql`${affiliateLinks.requestId} IN (SELECT value FROM json_each(${JSON.stringify(requestIds)}))`);
}

/** The merchant's rule; off where none was set. */
export async function getApprovalRule(ctx: Context, merchantId: string): Promise<ApprovalRule> {
  const [row] = await ctx.db.orm.select().from(approvalRules).where(eq(approvalRules.merchantId, merchantId)).limit(1);
  return row ? { enabled: row.enabled, requireKyc: row.requireKyc, minFollowers: row.minFollowers } : NO_RULE;
}

export interface RequestedProduct {
  readonly id: string;
  readonly titleFr: string;
  readonly titleEn: string | null;
  readonly titleAr: string | null;
  /** Of the first picture. */
  readonly imageKey: string | null;
  readonly state: "active" | "paused" | "archived";
  readonly merchantName: string;
}

/** The products as a request shows them. */
export function listRequestedProducts(ctx: Context, productIds: readonly string[]) {
  return ctx.db.orm.all<RequestedProduct>(sql`
    SELECT p.id, p.title_fr AS titleFr, p.title_en AS titleEn, p.title_ar AS titleAr, p.state,
      m.display_name AS merchantName,
      (SELECT i.file_key FROM product_images i WHERE i.product_id = p.id ORDER BY i.position, i.id LIMIT 1) AS imageKey
    FROM products p JOIN users m ON m.id = p.merchant_id
    WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`);
}
