import type { Coupon, CreateCoupon } from "../../../../schemas/links.ts";
import { actingUser, type UserActor } from "../../../core/actor.ts";
import { Forbidden } from "../../../core/errors.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { couponObject } from "../link-object.ts";
import { getLink, getLinkTerms, type LinkTerms } from "../queries.ts";
import { insertCoupon } from "../statements.ts";
import type { CouponRow } from "../tables.ts";

/**
 * Adds a code to a link: the influencer to an own one, the merchant to one of a product. Codes are unique per merchant,
 * whatever their case. A code's own rate is the merchant's to grant; an influencer may only go below what was agreed.
 * @throws NotFound `link.not_found` @throws Forbidden `coupon.rate_too_high` @throws Conflict `coupon.code_taken`
 */
export async function createCoupon(ctx: Context, linkId: string, input: CreateCoupon): Promise<Coupon> {
  const user = actingUser(ctx);
  const link = await getLink(ctx, linkId);
  if (input.rateBps && !mayGrant(user, input.rateBps, await getLinkTerms(ctx, link.number)))
    throw new Forbidden("coupon.rate_too_high");
  const row: CouponRow = {
    id: ctx.newId("cpn"),
    merchantId: link.merchantId,
    linkId: link.id,
    code: input.code,
    rateBps: input.rateBps ?? null,
    endsAt: input.endsAt ? Date.parse(input.endsAt) : null,
    createdAt: ctx.now(),
    deletedAt: null,
  };
  const answer = couponObject(row);
  await commit(
    ctx,
    [
      insertCoupon(row),
      happened(ctx, "coupon.created", row.id),
      audit(ctx, "coupon.created", row.id, { code: row.code, linkId }),
    ],
    { status: 201, body: answer },
  );
  return answer;
}

function mayGrant(user: UserActor, rateBps: number, terms: LinkTerms): boolean {
  if (user.role === "merchant") return true;
  const agreedBps = terms.requestRateBps ?? terms.commissionRateBps;
  return agreedBps !== null && rateBps <= agreedBps;
}
