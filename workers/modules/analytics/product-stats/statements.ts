import { sql } from "drizzle-orm";
import type { Statement } from "../../../db/commit.ts";
import type { ProductFigures } from "./rules.ts";

/** Replaces the products' figures and their place in the order of earnings; what has not changed is not written. */
export function replaceProductStats(figures: readonly ProductFigures[], nowMs: number): Statement[] {
  const given = JSON.stringify(figures);
  return [
    sql`INSERT INTO product_stats
        (product_id, clicks, conversions, delivered, ended, earned_minor, epc_minor, delivery_rate_bps, computed_at)
      SELECT value ->> 'productId', value ->> 'clicks', value ->> 'conversions', value ->> 'delivered', value ->> 'ended',
        value ->> 'earnedMinor', value ->> 'epcMinor', value ->> 'deliveryRateBps', ${nowMs}
      FROM json_each(${given}) WHERE true
      ON CONFLICT (product_id) DO UPDATE SET clicks = excluded.clicks, conversions = excluded.conversions,
        delivered = excluded.delivered, ended = excluded.ended, earned_minor = excluded.earned_minor,
        epc_minor = excluded.epc_minor, delivery_rate_bps = excluded.delivery_rate_bps, computed_at = excluded.computed_at
      WHERE (clicks, conversions, delivered, ended, earned_minor) IS NOT
        (excluded.clicks, excluded.conversions, excluded.delivered, excluded.ended, excluded.earned_minor)`,
    sql`UPDATE product_listings SET epc_minor = coalesce(w.value ->> 'epcMinor', -1) FROM json_each(${given}) w
      WHERE product_listings.product_id = w.value ->> 'productId'
        AND product_listings.epc_minor <> coalesce(w.value ->> 'epcMinor', -1)`,
  ];
}
