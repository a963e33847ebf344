import type { Context } from "../../platform/context.ts";
import type { PhoneFacts, ProgrammeFacts } from "./findings.ts";

interface ProgrammeRow {
  readonly productId: string;
  readonly merchantId: string;
  readonly influencerId: string;
  readonly decidedAt: number;
  readonly ended: number;
  readonly returned: number;
  /** Those since the last decision on this influencer and product. */
  readonly endedSince: number;
  readonly returnedSince: number;
}

/**
 * Every influencer of the programmes with the orders that ended: a parcel ends delivered, or refused, returned or lost;
 * what the courier lost is nobody's return. ?1 product ids, ?2 start of the window.
 */
const PROGRAMMES = `WITH due AS MATERIALIZED (
    SELECT l.id AS linkId, l.product_id AS productId, l.merchant_id AS merchantId, l.influencer_id AS influencerId,
      coalesce((SELECT max(k.decided_at) FROM fraud_cases k WHERE k.subject = l.influencer_id || ':' || l.product_id), 0)
        AS decidedAt
    FROM json_each(?1) CROSS JOIN affiliate_links l ON l.product_id = json_each.value)
  SELECT productId, merchantId, influencerId, decidedAt, count(*) AS ended,
    sum(c.status IN ('returned', 'refused')) AS returned, sum(c.ordered_at > decidedAt) AS endedSince,
    sum(c.ordered_at > decidedAt AND c.status IN ('returned', 'refused')) AS returnedSince
  FROM due CROSS JOIN conversions c ON c.link_id = due.linkId AND c.ordered_at > ?2
    AND (c.status IN ('delivered', 'refused', 'returned', 'lost') OR (c.status = 'collected' AND c.payment = 'cod'))
  GROUP BY productId, influencerId`;

/** How the orders of everybody in the programmes end since the instant, each beside the others with `minimum` orders or more. */
export async function listProgrammeFacts(
  ctx: Context,
  productIds: readonly string[],
  since: number,
  minimum: number,
): Promise<ProgrammeFacts[]> {
  if (productIds.length === 0) return [];
  const { results } = await ctx.db.d1.prepare(PROGRAMMES).bind(JSON.stringify(productIds), since).all<ProgrammeRow>();
  return results.map((row) => {
    const peers = results.filter(
      ({ productId, influencerId, ended }) =>
        productId === row.productId && influencerId !== row.influencerId && ended >= minimum,
    );
    const { influencerId, merchantId, productId, decidedAt } = row;
    return {
      ...{ influencerId, merchantId, productId, decidedAt },
      ended: row.endedSince,
      returned: row.returnedSince,
      peers: peers.map(({ returned, ended }) => (returned / ended) * 100),
    };
  });
}

/** The condition of `isUnusablePhone`, for a conversion `c`. */
export const UNUSABLE_PHONE = "(c.phone_quality = 'invented' OR (c.phone_quality = 'other' AND c.payment = 'cod'))";

const PHONES = `WITH due AS MATERIALIZED (
    SELECT value AS influencerId,
      coalesce((SELECT max(k.decided_at) FROM fraud_cases k WHERE k.subject = json_each.value), 0) AS decidedAt FROM json_each(?1))
  SELECT due.influencerId, due.decidedAt, count(c.phone_quality) AS withPhone, coalesce(sum(${UNUSABLE_PHONE}), 0) AS unusable
  FROM due CROSS JOIN affiliate_links l ON l.influencer_id = due.influencerId
  CROSS JOIN conversions c ON c.link_id = l.id AND c.ordered_at > max(?2, due.decidedAt) GROUP BY due.influencerId`;

/** How many of each influencer's orders since the instant have a phone, and how many of these reach no customer. */
export async function listPhoneFacts(
  ctx: Context,
  influencerIds: readonly string[],
  since: number,
): Promise<PhoneFacts[]> {
  if (influencerIds.length === 0) return [];
  const { results } = await ctx.db.d1.prepare(PHONES).bind(JSON.stringify(influencerIds), since).all<PhoneFacts>();
  return results;
}
