import { type SQL, sql } from "drizzle-orm";
import { OVERDUE_DAYS } from "../../../../schemas/orders.ts";
import type { InfluencerQuery } from "../../../../schemas/requests.ts";
import { DAY_MS } from "../../../core/calendar.ts";
import { NotFound } from "../../../core/errors.ts";
import { newId } from "../../../core/ids.ts";
import { pageFrom } from "../../../db/page.ts";
import type { Context } from "../../../platform/context.ts";

const RESULTS_DAYS = 180;

const ACTIVE = sql`u.role = 'influencer' AND u.state = 'active' AND u.deleted_at IS NULL`;

/** Ids of active influencers, newest first: by part of a name, handle or account name, by network and by followers there. */
export async function listInfluencerIds(ctx: Context, query: InfluencerQuery) {
  const { limit, cursor } = query;
  const filters = [
    ACTIVE,
    ...(cursor === undefined ? [] : [sql`u.id < ${cursor}`]),
    ...(query.q ? [namedLike(query.q)] : []),
    ...(query.provider ? [sql`EXISTS (SELECT 1 FROM ${accountsOf(query)})`] : []),
    ...(query.minFollowers
      ? [sql`(SELECT sum(${NEWEST_FOLLOWERS}) FROM ${accountsOf(query)}) >= ${query.minFollowers}`]
      : []),
  ];
  const rows = await ctx.db.orm.all<{ id: string }>(
    sql`SELECT u.id FROM users u WHERE ${sql.join(filters, sql` AND `)} ORDER BY u.id DESC LIMIT ${limit + 1}`,
  );
  return pageFrom(rows, limit, ({ id }) => id);
}

const NEWEST_FOLLOWERS = sql`(SELECT s.followers FROM social_media_stats s WHERE s.account_id = a.id ORDER BY s.day DESC LIMIT 1)`;

// The connected accounts of `u` on the network asked for, or on all.
function accountsOf({ provider }: Pick<InfluencerQuery, "provider">): SQL {
  const onNetwork = provider ? sql` AND a.provider = ${provider}` : sql``;
  return sql`social_media_accounts a WHERE a.user_id = u.id AND a.state = 'connected'${onNetwork}`;
}

function namedLike(q: string): SQL {
  const like = `%${q.replace(/^@/, "").replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(u.display_name LIKE ${like} ESCAPE '\\' OR u.handle LIKE ${like} ESCAPE '\\'
    OR EXISTS (SELECT 1 FROM ${accountsOf({})} AND a.username LIKE ${like} ESCAPE '\\'))`;
}

/** The id of an active influencer. @throws NotFound `user.not_found` for everybody else */
export async function getInfluencerId(ctx: Context, influencerId: string): Promise<string> {
  const [row] = await ctx.db.orm.all<{ id: string }>(
    sql`SELECT u.id FROM users u WHERE u.id = ${influencerId} AND ${ACTIVE}`,
  );
  if (!row) throw new NotFound("user.not_found");
  return row.id;
}

export interface InfluencerFacts {
  id: string;
  displayName: string;
  handle: string | null;
  createdAt: number;
  kycApproved: number;
  blocked: number;
}

/** Public facts of the influencers, and whether the merchant has blocked each: never e-mail or phone. */
export function listInfluencerFacts(ctx: Context, influencerIds: readonly string[], merchantId: string) {
  return ctx.db.orm.all<InfluencerFacts>(sql`
    SELECT u.id, u.display_name AS displayName, u.handle, u.created_at AS createdAt,
      coalesce((SELECT k.state = 'approved' AND (k.expires_at IS NULL OR k.expires_at >= ${ctx.now()})
        FROM kyc_submissions k WHERE k.user_id = u.id ORDER BY k.id DESC LIMIT 1), 0) AS kycApproved,
      EXISTS (SELECT 1 FROM influencer_blocks b WHERE b.merchant_id = ${merchantId} AND b.influencer_id = u.id) AS blocked
    FROM users u WHERE u.id IN (SELECT value FROM json_each(${JSON.stringify(influencerIds)}))`);
}

export interface OrderResults {
  influencerId: string;
  conversions: number;
  delivered: number;
  failed: number;
  withYou: number;
}

/** What the orders that the influencers brought in the last 180 days became, overdue ones failed; `withYou` counts the merchant's own. */
export function listOrderResults(ctx: Context, influencerIds: readonly string[], merchantId: string) {
  const overdue = sql`o.is_open AND o.ordered_at < ${ctx.now() - OVERDUE_DAYS * DAY_MS}`;
  const since = newId("cnv", ctx.now() - RESULTS_DAYS * DAY_MS, new Uint8Array(10));
  return ctx.db.orm.all<OrderResults>(sql`
    SELECT o.influencer_id AS influencerId, count(*) AS conversions,
      sum(o.is_delivered AND NOT (${overdue})) AS delivered, sum(o.is_failed OR (${overdue})) AS failed, sum(o.merchant_id = ${merchantId}) AS withYou
    FROM influencer_orders o
    WHERE o.influencer_id IN (SELECT value FROM json_each(${JSON.stringify(influencerIds)})) AND o.conversion_id >= ${since}
    GROUP BY o.influencer_id`);
}
