import type { FraudCaseDetail } from "../../../schemas/fraud.ts";
import type { Context } from "../../platform/context.ts";
import { findConversionById } from "../conversions/queries.ts";
import { type LinkFacts, lookBack, type Settings } from "./findings.ts";
import { listPhoneFacts, listProgrammeFacts } from "./influencer-facts.ts";
import { listLinkFacts } from "./link-facts.ts";
import { getSettings } from "./queries.ts";
import { medianOf } from "./rules.ts";
import type { FraudCaseRow } from "./tables.ts";

type Comparison = FraudCaseDetail["comparison"];

const tenth = (value: number) => Math.round(value * 10) / 10;
const percentOrNull = (part: number, whole: number) => (whole === 0 ? null : tenth((part / whole) * 100));

/** The case's link, programme and influencer as they are now, beside the link's own past and the programme's others. */
export async function compareCase(ctx: Context, row: FraudCaseRow): Promise<Comparison> {
  const settings = await getSettings(ctx);
  const productId = await productOf(ctx, row);
  const [links, programme, phones] = await Promise.all([
    row.linkId === null ? [] : listLinkFacts(ctx, [row.linkId], settings),
    productId === null ? [] : programmeOf(ctx, settings, row.influencerId, productId),
    phonesOf(ctx, settings, row.influencerId),
  ]);
  return [...links.flatMap(ofLink), ...programme, ...phones];
}

// A programme's case names its product in its subject.
async function productOf(ctx: Context, { conversionId, subject, influencerId }: FraudCaseRow): Promise<string | null> {
  const [first, second] = subject.split(":");
  if (first === influencerId) return second ?? null;
  const found = conversionId === null ? undefined : await findConversionById(ctx, conversionId);
  return found?.conversion.productId ?? null;
}

function ofLink(link: LinkFacts): Comparison {
  return [
    { measure: "orders_in_window", here: link.orders, usual: tenth(link.usualOrders) },
    { measure: "clicks_in_busiest_hour", here: link.busiestHour, usual: tenth(link.usualHour) },
    {
      measure: "coupon_orders_per_100_clicks",
      here: percentOrNull(link.couponOrders, link.couponClicks),
      usual: percentOrNull(link.earlierCouponOrders, link.earlierClicks),
    },
    { measure: "hosting_clicks_percent", here: percentOrNull(link.hostingClicks, link.sharedClicks), usual: null },
  ];
}

async function programmeOf(
  ctx: Context,
  settings: Settings,
  influencerId: string,
  productId: string,
): Promise<Comparison> {
  const rule = "returns_above_programme";
  const since = lookBack(settings, rule, ctx.now(), 0);
  const all = await listProgrammeFacts(ctx, [productId], since, settings.get(rule)?.minimum ?? 0);
  const own = all.find((facts) => facts.influencerId === influencerId);
  if (!own) return [];
  const usual = medianOf(own.peers);
  return [
    {
      measure: "returned_percent",
      here: percentOrNull(own.returned, own.ended),
      usual: usual === null ? null : tenth(usual),
    },
  ];
}

async function phonesOf(ctx: Context, settings: Settings, influencerId: string): Promise<Comparison> {
  const since = lookBack(settings, "fake_phones", ctx.now(), 0);
  const [own] = await listPhoneFacts(ctx, [influencerId], since);
  if (!own) return [];
  return [{ measure: "unusable_phones_percent", here: percentOrNull(own.unusable, own.withPhone), usual: null }];
}
