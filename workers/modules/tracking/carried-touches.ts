import type { ReportConversion } from "../../../schemas/conversions.ts";
import { couponKey } from "../../../schemas/text.ts";
import { type VerifiedClick, verifyClickToken } from "../../core/click-token.ts";
import type { Context } from "../../platform/context.ts";
import type { Intake, IntakeKeys } from "./queries.ts";
import { type Attribution, attributionOn, clickTouchOf } from "./rules.ts";

/** What an order carries itself, its token verified, and by what its terms are looked up. */
export interface CarriedTouches {
  readonly keys: IntakeKeys;
  readonly orderedAt: number;
  readonly verified: VerifiedClick | undefined;
}

export async function carriedTouches(
  ctx: Context,
  merchantId: string,
  { orderId, occurredAt, clickToken, couponCode }: ReportConversion,
): Promise<CarriedTouches> {
  const { clickKeys } = await ctx.secrets();
  const verified = clickToken ? verifyClickToken(clickKeys, clickToken, ctx.now()) : undefined;
  const linkNumber = verified?.ok ? verified.linkNumber : null;
  return {
    keys: { merchantId, orderId, linkNumber, couponCode: couponCode ? couponKey(couponCode) : null },
    orderedAt: occurredAt === undefined ? ctx.now() : Date.parse(occurredAt),
    verified,
  };
}

/** The attribution by what the order carries, under the terms of the intake. */
export function attributionOfCarried({ keys, orderedAt, verified }: CarriedTouches, intake: Intake): Attribution {
  return attributionOn({
    merchantId: keys.merchantId,
    orderedAt,
    click: clickTouchOf(verified, intake.clickTerms),
    coupon: keys.couponCode ? intake.coupon : undefined,
  });
}
