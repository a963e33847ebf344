import { DAY_MS } from "../../workers/core/calendar.ts";
import { mintClickToken } from "../../workers/core/click-token.ts";
import { answerClaim } from "../../workers/modules/tracking/claims/answer-claim.ts";
import { createClaim } from "../../workers/modules/tracking/claims/create-claim.ts";
import { decideClaim } from "../../workers/modules/tracking/claims/decide-claim.ts";
import { recordTouch } from "../../workers/modules/tracking/touches/record-touch.ts";
import { type Cast, known } from "./cast.ts";
import { CLAIM_WORDS } from "./data-disputes.ts";
import type { PlannedOrder } from "./order-plan.ts";
import type { Stage } from "./stage.ts";
import type { Act } from "./timeline.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const HOLD_DAYS_MAX = 15;

/** What people quarrel about: sales that somebody misses, orders that are to come back, and two pages that both say "mine". */
export async function disputesOf(stage: Stage, cast: Cast, orders: readonly PlannedOrder[]): Promise<readonly Act[]> {
  const living = orders.filter(({ link }) => !link.isSuspended && link.endedAt === null);
  const untouched = living.filter(({ touch, orderedAt }) => touch === "none" && orderedAt < stage.nowMs - 6 * DAY_MS);
  const sara = known(cast.influencers, "sara").id;
  const fassia = known(cast.merchants, "fassia").id;
  // The demo's own merchant and influencer come first.
  const rank = ({ link }: PlannedOrder) => Number(link.merchantId === fassia) + Number(link.influencerId === sara);
  const [missed = first(untouched), accepted = missed, ...others] = untouched.toSorted(
    (one, two) => rank(two) - rank(one),
  );
  const [contested = missed, rejected = contested, fought = rejected] = others;
  return [
    ...missingSale(stage, cast, missed, "open"),
    ...missingSale(stage, cast, accepted, "accepted"),
    ...missingSale(stage, cast, contested, "contested"),
    ...missingSale(stage, cast, rejected, "rejected"),
    ...returnsOf(stage, living, sara),
    ...(await twoTouches(stage, orders, fought)),
  ];
}

function first(orders: readonly PlannedOrder[]): PlannedOrder {
  const [order] = orders;
  if (!order) throw new Error("no order came without a touch");
  return order;
}

type End = "open" | "accepted" | "contested" | "rejected";

/** An influencer misses a sale; the merchant agrees, or not, and then an admin says what it is. */
function missingSale(stage: Stage, { admin }: Cast, order: PlannedOrder, end: End): Act[] {
  const { link, orderId, orderedAt, amountMinor } = order;
  const atMs = end === "open" ? stage.nowMs - 30 * HOUR_MS : Math.min(orderedAt + 3 * DAY_MS, stage.nowMs - 3 * DAY_MS);
  let claimId = "";
  const act = (hours: number, play: (at: number) => Promise<unknown>): Act => {
    const at = atMs + hours * HOUR_MS;
    return { atMs: at, subject: `${link.merchantId}/${orderId}`, play: () => play(at) };
  };
  const asMerchant = (at: number) => stage.user("merchant", link.merchantId, at);
  const asked = act(0, async (at) => {
    const claim = await createClaim(stage.user("influencer", link.influencerId, at), {
      kind: "missing_sale",
      linkId: link.id,
      orderRef: orderId,
      orderedAt: new Date(orderedAt).toISOString(),
      amountMinor,
      message: CLAIM_WORDS.missing,
    });
    claimId = claim.id;
  });
  if (end === "open") return [asked];
  if (end === "accepted")
    return [
      asked,
      act(20, (at) => answerClaim(asMerchant(at), claimId, { answer: "accept", orderId, message: CLAIM_WORDS.agreed })),
    ];
  const refused = act(26, (at) =>
    answerClaim(asMerchant(at), claimId, { answer: "contest", message: CLAIM_WORDS.contested }),
  );
  if (end === "contested") return [asked, refused];
  const decided = act(50, (at) =>
    decideClaim(stage.admin(admin.id, at), claimId, { decision: "reject", reason: CLAIM_WORDS.rejected }),
  );
  return [asked, refused, decided];
}

/** Two parcels that come back after the hold: the influencer has agreed to one and still thinks about the other. */
function returnsOf(stage: Stage, orders: readonly PlannedOrder[], sara: string): Act[] {
  const stood = orders.filter(
    ({ touch, ending, currency, orderedAt, link }) =>
      touch === "click" &&
      currency === "MAD" &&
      ending.payment === "cod" &&
      ending.steps.at(-1)?.[0] === "collected" &&
      ending.steps.length === 4 &&
      link.influencerId === sara &&
      orderedAt < stage.nowMs - (HOLD_DAYS_MAX + 6) * DAY_MS,
  );
  return stood.slice(0, 2).flatMap((order, index) => {
    const { link, orderId } = order;
    const subject = `${link.merchantId}/${orderId}`;
    const atMs = stage.nowMs - (index === 0 ? 20 : 60) * HOUR_MS;
    let claimId = "";
    const ask = async () => {
      const message = CLAIM_WORDS.returned;
      claimId = (await createClaim(stage.user("merchant", link.merchantId, atMs), { kind: "return", orderId, message }))
        .id;
    };
    const agreedAt = atMs + 9 * HOUR_MS;
    const agree = () =>
      answerClaim(stage.user("influencer", link.influencerId, agreedAt), claimId, { answer: "accept", message: "" });
    const asked: Act = { atMs, subject, play: ask };
    return index === 0 ? [asked] : [asked, { atMs: agreedAt, subject, play: agree }];
  });
}

/** One order, and two visits of the shop's page that name different clicks for it: nobody's, and a case. */
async function twoTouches(stage: Stage, orders: readonly PlannedOrder[], order: PlannedOrder): Promise<Act[]> {
  const { clickKeys } = await stage.system(stage.nowMs).secrets();
  const { link, orderId, reportedAt, orderedAt } = order;
  const rivals = orders.filter(
    ({ link: other, click }) =>
      other.merchantId === link.merchantId &&
      other.id !== link.id &&
      click.link.id === other.id &&
      click.clickedAt < orderedAt - HOUR_MS,
  );
  const clicks = [order.click, ...rivals.slice(-1).map(({ click }) => click)];
  return clicks.map(({ link: { number }, clickedAt, nonce }, index) => {
    const atMs = reportedAt + (index + 1) * MINUTE_MS;
    const clickToken = mintClickToken(clickKeys, number, clickedAt, nonce);
    const play = () => recordTouch(stage.user("merchant", link.merchantId, atMs), { orderId, clickToken });
    return { atMs, subject: `${link.merchantId}/${orderId}`, play };
  });
}
