import { DAY_MS } from "../../workers/core/calendar.ts";
import type { Chance } from "./chance.ts";
import { BOOKING, ENDINGS, type Ending, TOUCH_COUNTS, TOUCHES, type Touch } from "./data-orders.ts";
import { MERCHANTS } from "./data-people.ts";
import type { PlayedLink } from "./links.ts";
import type { Stage } from "./stage.ts";
import type { PlayedClick } from "./traffic.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
// Foreign orders are old enough for their whole life to have passed, so that setting their rate has something to do.
const ABROAD_MIN_AGE_DAYS = 12;
const FIRST_ORDER_NUMBER = 2_041;

export interface PlannedOrder {
  readonly orderId: string;
  /** The offer that was bought; the click before it may have been of another. */
  readonly link: PlayedLink;
  readonly click: PlayedClick;
  readonly touch: Touch;
  readonly orderedAt: number;
  /** When the shop told of it. */
  readonly reportedAt: number;
  readonly quantity: number;
  readonly ending: Ending;
  readonly currency: "MAD" | "EUR";
  readonly amountMinor: number;
  readonly phone: string;
}

type Draft = Pick<PlannedOrder, "link" | "click" | "touch" | "orderedAt">;

/** Some of the visitors bought: orders with every touch and every ending there is, in the order of time. */
export function planOrders(stage: Stage, clicks: readonly PlayedClick[]): readonly PlannedOrder[] {
  const chance = stage.chance.fork();
  const people = chance.shuffled(clicks.filter(({ visitorClass }) => visitorClass === "human"));
  const links = [...new Set(clicks.map(({ link }) => link))];
  const drafts = TOUCHES.toReversed().flatMap((touch) =>
    Array.from({ length: TOUCH_COUNTS[touch] }, () => draftOrder(chance, stage.nowMs, people, links, touch)),
  );
  const numbers = new Map<string, number>();
  return drafts
    .sort((a, b) => a.orderedAt - b.orderedAt)
    .map((draft, index) => {
      const { merchant } = draft.link.product;
      const number = numbers.get(merchant) ?? FIRST_ORDER_NUMBER;
      numbers.set(merchant, number + chance.between(1, 3));
      const prefix = MERCHANTS.find(({ key }) => key === merchant)?.orderPrefix ?? "";
      return detailed(chance, draft, `${prefix}-${number}`, endingOf(chance, draft, index));
    });
}

/** Takes the first visitor out of the crowd whose order could have carried this touch. */
function draftOrder(
  chance: Chance,
  nowMs: number,
  people: PlayedClick[],
  links: readonly PlayedLink[],
  touch: Touch,
): Draft {
  for (const [place, click] of people.entries()) {
    const orderedAt = orderMoment(chance, nowMs, click, touch);
    if (orderedAt === undefined || orderedAt > nowMs - 2 * MINUTE_MS) continue;
    people.splice(place, 1);
    const others = links.filter(({ merchantId }) => merchantId !== click.link.merchantId);
    return { link: touch === "click of another shop" ? chance.pick(others) : click.link, click, touch, orderedAt };
  }
  throw new Error(`no click could lead to an order with: ${touch}`);
}

/** When the visitor ordered, or undefined for one whose order cannot have carried the touch. */
function orderMoment(chance: Chance, nowMs: number, click: PlayedClick, touch: Touch): number | undefined {
  const { link, clickedAt, country } = click;
  const soon = clickedAt + thinkingMs(chance);
  if (touch === "click from abroad") {
    const isOldEnough = clickedAt < nowMs - ABROAD_MIN_AGE_DAYS * DAY_MS;
    return country !== "MA" && isOldEnough && link.endedAt === null && link.product.kind === undefined
      ? soon
      : undefined;
  }
  if (country !== "MA") return undefined;
  if (touch === "expired click")
    return clickedAt + (link.product.attributionDays ?? 30) * DAY_MS + chance.between(1, 5 * 24) * HOUR_MS;
  if (touch === "coupon of a suspended influencer") {
    return link.isSuspended && link.coupon && link.endedAt !== null
      ? link.endedAt + chance.between(2, 7 * 24) * HOUR_MS
      : undefined;
  }
  if (link.isSuspended && link.endedAt !== null && soon > link.endedAt) return undefined;
  if (touch === "coupon" || touch === "click and coupon") return isValid(link, soon) ? soon : undefined;
  if (touch === "ended coupon") return link.coupon?.endsAt && link.coupon.endsAt < clickedAt ? soon : undefined;
  return soon;
}

function isValid({ coupon, endedAt }: PlayedLink, atMs: number): boolean {
  return coupon !== null && atMs < (coupon.endsAt ?? atMs + 1) && atMs < (endedAt ?? atMs + 1);
}

// Most buy in the same half hour, some sleep on it, a few come back after days.
function thinkingMs(chance: Chance): number {
  const draw = chance.next();
  if (draw < 0.7) return chance.between(2, 40) * MINUTE_MS;
  if (draw < 0.92) return chance.between(1, 26) * HOUR_MS + chance.between(0, 59) * MINUTE_MS;
  return chance.between(2, 9) * DAY_MS + chance.between(0, 600) * MINUTE_MS;
}

// The oldest orders go through every ending there is, so that none is missing; the others as chance has it.
function endingOf(chance: Chance, { link, touch }: Draft, index: number): Ending {
  if (link.product.kind === "service") return BOOKING;
  const [ending] = ENDINGS[index] ?? [chance.weighted(ENDINGS)];
  return touch === "click from abroad" ? { ...BOOKING, steps: [...BOOKING.steps] } : ending;
}

function detailed(chance: Chance, draft: Draft, orderId: string, ending: Ending): PlannedOrder {
  const quantity = chance.weighted([
    [1, 80],
    [2, 15],
    [3, 5],
  ]);
  const currency = draft.touch === "click from abroad" ? "EUR" : "MAD";
  const paidMinor = draft.link.product.priceMinor * quantity;
  const isToldLate = ending.payment === "cod" && chance.next() < 0.06;
  return {
    ...draft,
    orderId,
    ending,
    quantity,
    currency,
    amountMinor: currency === "EUR" ? Math.round(paidMinor / 10.8) : paidMinor,
    reportedAt: draft.orderedAt + (isToldLate ? chance.between(30, 180) * MINUTE_MS : 2_000),
    phone: `${chance.pick(["06", "07"])}${chance.between(10_000_000, 99_999_999)}`,
  };
}
