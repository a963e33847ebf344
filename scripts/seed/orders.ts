import type { OrderStatus, RecordOrderEvent } from "../../schemas/conversions.ts";
import { toBase64Url } from "../../workers/core/base64url.ts";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { importClickKeys, mintClickToken } from "../../workers/core/click-token.ts";
import { recordOrderEvent } from "../../workers/modules/tracking/record-order-event.ts";
import { reportConversion } from "../../workers/modules/tracking/report-conversion.ts";
import type { PlayedLink } from "./catalogue.ts";
import { CITIES, COUPONS } from "./data-links.ts";
import type { Stage } from "./stage.ts";

const ORDERS = 280;
const HOUR_MS = 3_600_000;

type Step = readonly [status: OrderStatus | "refund" | "refunded", afterHours: number];
interface Ending {
  readonly payment: "cod" | "prepaid";
  readonly steps: readonly Step[];
}

const toDoor: readonly Step[] = [
  ["confirmed", 5],
  ["shipped", 20],
  ["delivered", 50],
];
const cod = (...steps: readonly Step[]): Ending => ({ payment: "cod", steps });
const prepaid = (...steps: readonly Step[]): Ending => ({ payment: "prepaid", steps });

// How orders end, by weight: a third of what leaves for the door comes back, as everywhere in the trade.
const ENDINGS: readonly (readonly [Ending, number])[] = [
  [cod(...toDoor, ["collected", 72]), 100],
  [cod(...toDoor, ["collected", 72], ["refund", 150]), 8],
  [cod(...toDoor, ["collected", 72], ["returned", 140]), 8],
  [cod(...toDoor, ["collected", 72], ["refunded", 120]), 3],
  [cod(["confirmed", 5], ["shipped", 20], ["refused", 55]), 34],
  [cod(["confirmed", 5], ["shipped", 20], ["refused", 55], ["delivered", 100], ["collected", 110]), 6],
  [cod(["confirmed", 5], ["shipped", 20], ["returned", 90]), 14],
  [cod(["cancelled", 8]), 24],
  [cod(["confirmed", 5], ["shipped", 20], ["lost", 200]), 4],
  [cod(["confirmed", 4], ["delivered", 40], ["shipped", 20]), 5],
  [cod(), 10],
  [prepaid(["collected", 0], ["confirmed", 3], ["shipped", 18], ["delivered", 44]), 26],
  [prepaid(["collected", 0], ["cancelled", 12]), 3],
  [prepaid(["collected", 0], ["shipped", 20], ["delivered", 50], ["refund", 90]), 4],
];

type Touch = "click" | "coupon" | "none" | "forged" | "expired";
const TOUCHES: readonly (readonly [Touch, number])[] = [
  ["click", 74],
  ["coupon", 14],
  ["none", 6],
  ["forged", 2],
  ["expired", 4],
];

interface PlannedOrder {
  readonly link: PlayedLink;
  readonly orderId: string;
  readonly orderedAt: number;
  readonly quantity: number;
  readonly touch: Touch;
  readonly ending: Ending;
  readonly currency: "MAD" | "EUR";
  readonly city: string;
  readonly phone: string;
}

/** Something told to the platform at a moment. */
interface Act {
  readonly atMs: number;
  play(): Promise<void>;
}

/** Some weeks of orders in every state, each told by its merchant's shop as it would have been, in the order of time. */
export async function playOrders(stage: Stage, links: readonly PlayedLink[]): Promise<void> {
  const acts = planOrders(stage, links).flatMap((order) => actsOf(stage, order));
  for (const { atMs, play } of acts.sort((a, b) => a.atMs - b.atMs)) {
    await play();
    await stage.carryOutMessages(atMs + 1_000);
  }
}

function planOrders({ chance, nowMs }: Stage, links: readonly PlayedLink[]): PlannedOrder[] {
  const weights = links.map((link) => [link, link.seed.weight] as const);
  return Array.from({ length: ORDERS }, (_, index) => {
    const link = chance.weighted(weights);
    const lastHours = index % 9 === 0 ? 40 : 40 * 24;
    return {
      link,
      orderId: `${link.product.merchant.toUpperCase()}-${1000 + index}`,
      orderedAt: nowMs - chance.between(1, lastHours) * HOUR_MS - chance.between(0, HOUR_MS),
      quantity: chance.weighted([
        [1, 80],
        [2, 15],
        [3, 5],
      ]),
      touch: chance.weighted(TOUCHES),
      ending: chance.weighted(ENDINGS),
      currency: index % 140 === 77 ? "EUR" : "MAD",
      city: chance.weighted(CITIES),
      phone: `06${String(chance.between(10_000_000, 99_999_999))}`,
    };
  });
}

function actsOf(stage: Stage, order: PlannedOrder): Act[] {
  const { link, orderId, orderedAt, ending } = order;
  const amountMinor = order.currency === "EUR" ? 4_500 : link.product.priceMinor * order.quantity;
  const acts: Act[] = [{ atMs: orderedAt + 2_000, play: () => report(stage, order, amountMinor) }];
  for (const [index, [kind, afterHours]] of ending.steps.entries()) {
    const occurredAt = orderedAt + afterHours * HOUR_MS + index * 60_000;
    // A courier's word arrives some minutes after the fact; the last step listed may tell of an earlier day.
    const atMs =
      orderedAt + Math.max(...ending.steps.slice(0, index + 1).map(([, hours]) => hours)) * HOUR_MS + 600_000 + index;
    if (occurredAt > stage.nowMs || atMs > stage.nowMs) break;
    const event = eventOf(kind, `${orderId}-${index}`, occurredAt, amountMinor);
    const tell = async () =>
      void (await recordOrderEvent(stage.user("merchant", link.merchantId, atMs), orderId, event));
    acts.push({ atMs, play: tell });
    if (index === 0 && stage.chance.next() < 0.1)
      acts.push({ atMs: Math.min(stage.nowMs, atMs + HOUR_MS), play: tell });
  }
  return acts;
}

async function report(stage: Stage, order: PlannedOrder, amountMinor: number): Promise<void> {
  const { link, orderId, orderedAt, quantity, ending, currency } = order;
  await reportConversion(stage.user("merchant", link.merchantId, orderedAt + 2_000), {
    orderId,
    ...(await touchOf(stage, order)),
    amountMinor,
    currency,
    payment: ending.payment,
    status: "placed",
    occurredAt: new Date(orderedAt).toISOString(),
    items: [{ sku: link.product.key.toUpperCase(), productId: link.productId, quantity, amountMinor }],
    customer: { phone: order.phone, city: order.city },
  });
}

function eventOf(kind: Step[0], eventId: string, occurredAt: number, amountMinor: number): RecordOrderEvent {
  const when = { eventId, occurredAt: new Date(occurredAt).toISOString() };
  return kind === "refund" ? { ...when, refundMinor: Math.ceil(amountMinor / 3) } : { ...when, status: kind };
}

async function touchOf(
  stage: Stage,
  { link, orderedAt, touch }: PlannedOrder,
): Promise<{ clickToken?: string; couponCode?: string }> {
  if (touch === "none") return {};
  const code = COUPONS.find((coupon) => coupon.link === link.seed.slug)?.code;
  if (touch === "coupon" && code) return { couponCode: code };
  const { clickKeys } = await stage.system(orderedAt).secrets();
  const keys =
    touch === "forged"
      ? await importClickKeys(`${clickKeys.current.id}:${toBase64Url(stage.chance.bytes(32))}`)
      : clickKeys;
  const clickedAt = orderedAt - (touch === "expired" ? 45 * DAY_MS : stage.chance.between(60_000, 6 * HOUR_MS));
  return { clickToken: await mintClickToken(keys, link.number, clickedAt, stage.chance.bytes(6)) };
}
