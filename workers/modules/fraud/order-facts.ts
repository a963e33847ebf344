import type { Context } from "../../platform/context.ts";
import type { LostTouch } from "../conversions/tables.ts";
import type { ContestedOrder, OrderFacts } from "./findings.ts";

// A phone's last orders are enough to see that it is everywhere, and a busy one costs no more than that.
const ORDERS_OF_PHONE_MAX = 100;

/** ?1 ids of conversions, ?2 milliseconds that the phone is looked back for. */
const ORDERS = `SELECT c.id AS conversionId, c.link_id AS linkId, c.influencer_id AS influencerId,
    c.merchant_id AS merchantId, c.clicked_at AS clickedAt, c.ordered_at AS orderedAt,
    c.customer_phone_hash AS phoneHash, c.customer_email_hash AS emailHash,
    (SELECT count(DISTINCT code) FROM (SELECT coalesce(p.coupon_id, p.link_id) AS code FROM conversions p
      WHERE p.customer_phone_hash = c.customer_phone_hash AND c.phone_quality IS NOT 'invented'
        AND p.ordered_at > c.ordered_at - ?2 AND p.ordered_at <= c.ordered_at
      ORDER BY p.ordered_at DESC LIMIT ${ORDERS_OF_PHONE_MAX})) AS codes
  FROM json_each(?1) CROSS JOIN conversions c ON c.id = json_each.value WHERE c.influencer_id IS NOT NULL`;

/** What the order rules judge by, for those of the orders that somebody brought. */
export async function listOrderFacts(
  ctx: Context,
  conversionIds: readonly string[],
  windowHours: number,
): Promise<OrderFacts[]> {
  if (conversionIds.length === 0) return [];
  const { results } = await ctx.db.d1
    .prepare(ORDERS)
    .bind(JSON.stringify(conversionIds), windowHours * 3_600_000)
    .all<OrderFacts>();
  return results;
}

const CONTESTED = `SELECT c.id AS conversionId, c.merchant_id AS merchantId, c.attribution_lost AS lost
  FROM json_each(?1) CROSS JOIN conversions c ON c.id = json_each.value`;
const LINK_OWNERS = `SELECT l.id AS linkId, l.influencer_id AS influencerId
  FROM json_each(?1) CROSS JOIN affiliate_links l ON l.id = json_each.value`;

/** Orders that several links claim, once for each of their influencers. */
export async function listContestedOrders(ctx: Context, conversionIds: readonly string[]): Promise<ContestedOrder[]> {
  if (conversionIds.length === 0) return [];
  const { results } = await ctx.db.d1
    .prepare(CONTESTED)
    .bind(JSON.stringify(conversionIds))
    .all<{ conversionId: string; merchantId: string; lost: string }>();
  const orders = results.map(({ lost, ...order }) => ({ ...order, linkIds: contestingLinks(lost) }));
  const owners = await ctx.db.d1
    .prepare(LINK_OWNERS)
    .bind(JSON.stringify([...new Set(orders.flatMap(({ linkIds }) => linkIds))]))
    .all<{ linkId: string; influencerId: string }>();
  const ownerOf = new Map(owners.results.map(({ linkId, influencerId }) => [linkId, influencerId]));
  return orders.flatMap(({ conversionId, merchantId, linkIds }) => {
    const byInfluencer = new Map(linkIds.map((linkId) => [ownerOf.get(linkId), linkId]));
    return [...byInfluencer].flatMap(([influencerId, linkId]) =>
      influencerId ? [{ conversionId, merchantId, linkId, influencerId, touches: linkIds.length }] : [],
    );
  });
}

function contestingLinks(json: string): string[] {
  const lost: readonly LostTouch[] = JSON.parse(json);
  return lost.flatMap(({ reason, linkId }) => (reason === "contested_touch" && linkId !== null ? [linkId] : []));
}
