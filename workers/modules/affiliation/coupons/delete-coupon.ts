import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { getCoupon } from "../queries.ts";
import { endCoupon } from "../statements.ts";

/**
 * Ends a code: the influencer one of an own link, the merchant one of an own product. Orders it brought stay; the word is
 * free again. @throws NotFound `coupon.not_found`
 */
export async function deleteCoupon(ctx: Context, couponId: string): Promise<void> {
  const coupon = await getCoupon(ctx, couponId);
  await commit(ctx, [
    ...endCoupon(ctx, coupon.id),
    happened(ctx, "coupon.deleted", coupon.id),
    audit(ctx, "coupon.deleted", coupon.id, { code: coupon.code, linkId: coupon.linkId }),
  ]);
}
