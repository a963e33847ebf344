import type { RecordOrderEvent, ReportConversion } from "../../schemas/conversions.ts";
import { toBase64Url } from "../../workers/core/base64url.ts";
import { type ClickKeys, importClickKeys, mintClickToken } from "../../workers/core/click-token.ts";
import { findOrder } from "../../workers/modules/conversions/queries.ts";
import { recordOrderEvent } from "../../workers/modules/tracking/record-order-event.ts";
import { reportConversion } from "../../workers/modules/tracking/report-conversion.ts";
import { setExchangeRate } from "../../workers/modules/tracking/set-exchange-rate.ts";
import type { Cast } from "./cast.ts";
import type { Chance } from "./chance.ts";
import { type PlayedConnector, type Tellers, tellersOf } from "./connectors.ts";
import { COURIERS, REMARKS, type Step } from "./data-orders.ts";
import type { PlannedOrder } from "./order-plan.ts";
import type { Stage } from "./stage.ts";
import type { Act } from "./timeline.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const EURO_MICROS = 10_850_000;

/** Each order told by its merchant's shop as it would have been: reported, then followed to its end, some things twice. */
export async function actsOfOrders(
  stage: Stage,
  cast: Cast,
  connectors: readonly PlayedConnector[],
  orders: readonly PlannedOrder[],
): Promise<readonly Act[]> {
  const chance = stage.chance.fork();
  const { clickKeys } = await stage.system(stage.nowMs).secrets();
  const strangersKeys = importClickKeys(`${clickKeys.current.id}:${toBase64Url(chance.bytes(32))}`);
  const acts: Act[] = [];
  for (const order of orders) {
    const keys = order.touch === "forged token" ? strangersKeys : clickKeys;
    const tellers = tellersOf(connectors, order.link.merchantId);
    const touches = await touchesOf(order, keys);
    acts.push(...reportsOf(stage, chance, order, touches, tellers), ...eventsOf(stage, chance, order, tellers));
  }
  const [foreign] = orders.filter(({ currency }) => currency !== "MAD");
  return foreign ? [...acts, valueInDirhams(stage, cast, foreign)] : acts;
}

interface Touches {
  readonly clickToken?: string;
  readonly couponCode?: string;
}

async function touchesOf({ link, click, touch }: PlannedOrder, keys: ClickKeys): Promise<Touches> {
  const clickToken = mintClickToken(keys, click.link.number, click.clickedAt, click.nonce);
  const couponCode = link.coupon?.code.toLowerCase() ?? "";
  switch (touch) {
    case "none":
      return {};
    case "coupon":
    case "ended coupon":
    case "coupon of a suspended influencer":
      return { couponCode };
    case "click and coupon":
      return { clickToken, couponCode };
    case "unknown coupon":
      return { clickToken, couponCode: "PROMO50" };
    case "cut token":
      return { clickToken: clickToken.slice(0, 28) };
    default:
      return { clickToken };
  }
}

function reportsOf(stage: Stage, chance: Chance, order: PlannedOrder, touches: Touches, tellers: Tellers): Act[] {
  const { reportedAt, touch } = order;
  const report = (atMs: number, told: Touches): Act => ({
    atMs,
    subject: subjectOf(order),
    play: () => {
      const ctx = stage.user("merchant", order.link.merchantId, atMs);
      return reportConversion(ctx, { ...shopOrder(order), ...told }, tellers.order);
    },
  });
  // The shop's plug-in was slow: its first report knew of no click.
  if (touch === "click told late") return [report(reportedAt, {}), report(reportedAt + 5 * MINUTE_MS, touches)];
  const isSentTwice = chance.next() < 0.05;
  return isSentTwice
    ? [report(reportedAt, touches), report(reportedAt + 20_000, touches)]
    : [report(reportedAt, touches)];
}

function shopOrder({ orderId, orderedAt, link, click, quantity, ending, currency, amountMinor, phone }: PlannedOrder) {
  return {
    orderId,
    amountMinor,
    currency,
    payment: ending.payment,
    status: "placed",
    occurredAt: new Date(orderedAt).toISOString(),
    items: [{ sku: link.product.key.toUpperCase(), productId: link.productId, quantity, amountMinor }],
    customer: { phone, city: click.city },
  } satisfies ReportConversion;
}

/** The order's life up to the present; a courier's word arrives some minutes after the fact. */
function eventsOf(stage: Stage, chance: Chance, order: PlannedOrder, tellers: Tellers): Act[] {
  const { orderId, ending, link } = order;
  const acts: Act[] = [];
  let toldAt = order.reportedAt + 6 * MINUTE_MS;
  for (const [index, step] of ending.steps.entries()) {
    const occurredAt = momentOfStep(chance, order, step, index);
    toldAt = Math.max(toldAt, occurredAt) + chance.between(1, 40) * MINUTE_MS;
    if (toldAt > stage.nowMs) break;
    const event = {
      ...eventOf(step[0], `${orderId}-${index + 1}`, occurredAt, order.amountMinor),
      ...(step[0] === "shipped" ? parcelOf(chance) : {}),
    };
    const tell = (atMs: number): Act => ({
      atMs,
      subject: subjectOf(order),
      play: () =>
        recordOrderEvent(stage.user("merchant", link.merchantId, atMs), orderId, event, toldBy(step, tellers)),
    });
    acts.push(...remarkOn(chance, stage, order, toldAt), tell(toldAt));
    if (chance.next() < 0.04) acts.push(tell(toldAt + 3 * HOUR_MS));
  }
  return acts;
}

const PARCEL: ReadonlySet<Step[0]> = new Set(["shipped", "delivered", "refused", "returned", "lost"]);

// The merchant's people confirm by telephone, on the order desk; the courier tells of the parcel, the shop the rest.
function toldBy([kind]: Step, { order, parcel }: Tellers): string {
  if (kind === "confirmed") return "desk";
  return PARCEL.has(kind) ? parcel : order;
}

function parcelOf(chance: Chance) {
  const { name, prefix } = chance.weighted(COURIERS);
  return { courier: name, trackingNumber: `${prefix}${chance.between(10_000_000, 99_999_999)}` };
}

/** A courier that found nobody at home, or a call that nobody took: noted an hour or so before the step it put off. */
function remarkOn(chance: Chance, stage: Stage, order: PlannedOrder, atMs: number): Act[] {
  if (chance.next() > 0.08) return [];
  const { orderId, link } = order;
  const toldAt = atMs - chance.between(50, 120) * MINUTE_MS;
  if (toldAt <= order.reportedAt) return [];
  const event = {
    eventId: `${orderId}-remark-${toldAt}`,
    note: chance.pick(REMARKS),
    occurredAt: new Date(toldAt).toISOString(),
  };
  const play = () => recordOrderEvent(stage.user("merchant", link.merchantId, toldAt), orderId, event, "desk");
  return [{ atMs: toldAt, subject: subjectOf(order), play }];
}

function momentOfStep(chance: Chance, { orderedAt, ending }: PlannedOrder, [kind, hours]: Step, index: number): number {
  if (ending.payment === "prepaid" && kind === "collected") return orderedAt;
  const moment = orderedAt + hours * HOUR_MS * (0.95 + 0.1 * chance.next());
  const [night, hour] = [Math.floor(moment / DAY_MS) * DAY_MS, Math.floor((moment % DAY_MS) / HOUR_MS)];
  if (hour < 9) return night + 9 * HOUR_MS + index * 7 * MINUTE_MS;
  return hour < 20 ? Math.round(moment) : night + DAY_MS + 9 * HOUR_MS + index * 7 * MINUTE_MS;
}

function eventOf(kind: Step[0], eventId: string, occurredAt: number, amountMinor: number): RecordOrderEvent {
  const when = { eventId, occurredAt: new Date(occurredAt).toISOString() };
  return kind === "refund" ? { ...when, refundMinor: Math.ceil(amountMinor / 3) } : { ...when, status: kind };
}

/** Finance gives one foreign order its value; the others wait, their commission blocked. */
function valueInDirhams(stage: Stage, { admin }: Cast, { link, orderId, orderedAt }: PlannedOrder): Act {
  const atMs = orderedAt + 5 * DAY_MS;
  const play = async () => {
    const ctx = stage.admin(admin.id, atMs);
    const found = await findOrder(ctx, link.merchantId, orderId);
    if (!found) throw new Error(`no order ${orderId}`);
    const reason = "Cours de Bank Al-Maghrib du jour de la commande";
    await setExchangeRate(ctx, found.conversion.id, { madPerUnitMicros: EURO_MICROS, reason });
  };
  return { atMs, subject: `${link.merchantId}/${orderId}`, play };
}

const subjectOf = ({ link, orderId }: PlannedOrder) => `${link.merchantId}/${orderId}`;
