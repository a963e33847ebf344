import { conversion, conversionWithOutcome } from "../schemas/conversions.ts";
import { coupon, link as linkShape } from "../schemas/links.ts";
import { pageOf } from "../schemas/page.ts";
import { commission, influencerBalance, ledgerEntry, merchantBalance } from "../schemas/payments.ts";
import { PLAN_TERMS } from "../schemas/plans.ts";
import { problem } from "../schemas/problem.ts";
import type { DemoFile } from "./demo-file.ts";
import type { Walk } from "./demo-walk.ts";
import { BOT, BROWSER, WHATSAPP } from "./visitors.ts";

export interface Story {
  readonly walk: Walk;
  readonly demo: DemoFile;
  readonly link: DemoFile["links"][number];
  /** Different at each run, so that the walk can be repeated on one state. */
  readonly run: string;
}

export const AMOUNT_MINOR = 45_000;
export const REFUND_MINOR = 10_000;
const VAT_BPS = 2000;
const CONVERSIONS = "/api/tracking/conversions";

/** Half-up share of centimes: written here again, so that the walk does not trust the code it checks. */
export function share(amountMinor: number, numerator: number, denominator: number): number {
  return Math.floor((2 * amountMinor * numerator + denominator) / (2 * denominator));
}

export interface Money {
  readonly commission: number;
  readonly fee: number;
  readonly vat: number;
}
export const owed = ({ commission, fee, vat }: Money) => commission + fee + vat;

/** What goes back when `refundMinor` of the order is refunded, each part for itself. */
export function reversed(money: Money, refundMinor: number): Money {
  const back = (part: number) => share(part, refundMinor, AMOUNT_MINOR);
  return { commission: back(money.commission), fee: back(money.fee), vat: back(money.vat) };
}

export function readClicks({ walk, demo, link }: Story) {
  return walk.read(`/api/affiliates/links/${link.id}`, linkShape, demo.influencer.apiKey);
}

export async function readBalances({ walk, demo }: Story) {
  const influencer = await walk.read("/api/payments/balance", influencerBalance, demo.influencer.apiKey);
  const merchant = await walk.read("/api/payments/balance", merchantBalance, demo.merchant.apiKey);
  console.log("  influencer", influencer, "\n  merchant  ", merchant);
  return { influencer, merchant };
}
export type Balances = Awaited<ReturnType<typeof readBalances>>;

/** A person clicks: sent on to the shop with a signed token. Bots and link previews get none. */
export async function clickLink({ walk, link }: Story): Promise<string> {
  walk.step("A customer clicks the link in a browser");
  const click = await walk.visit(`/r/${link.slug}`, BROWSER);
  const target = click.headers.get("Location");
  const token = target ? (new URL(target).searchParams.get("sys_click") ?? "") : "";
  walk.check("status", click.status, 302);
  walk.check("Cache-Control", click.headers.get("Cache-Control"), "private, no-store");
  walk.check("characters of the click token", token.length, 36);
  walk.step("A search engine and WhatsApp's preview look at the link: no token, no click counted");
  for (const userAgent of [BOT, WHATSAPP]) {
    const hit = await walk.visit(`/r/${link.slug}`, userAgent);
    walk.check("carries a token", (hit.headers.get("Location") ?? "").includes("sys_click="), false);
  }
  await walk.pause("The customer looks around in the shop: an order within 3 seconds of its click would be held", 4);
  return token;
}

export async function placeOrder({ walk, demo, link, run }: Story, clickToken: string) {
  const order = { orderId: `demo-${run}`, clickToken, amountMinor: AMOUNT_MINOR, currency: "MAD", payment: "cod" };
  const send = { key: demo.merchant.apiKey };
  walk.step("The shop reports the order: 450 DH, cash on delivery");
  const placed = await walk.call("POST", CONVERSIONS, 201, conversion, { ...send, json: order });
  walk.check("attributed by", [placed.attribution.by, placed.attribution.linkId], ["click", link.id]);
  walk.check("influencer", placed.attribution.influencerId, demo.influencer.id);
  const expected = share(AMOUNT_MINOR, link.rateBps, 10_000);
  const { state, amountMinor, rateBps } = placed.commission ?? {};
  walk.check("commission", [state, amountMinor, rateBps], ["forecast", expected, link.rateBps]);
  const fees = Object.values(PLAN_TERMS).map(({ feeBps }) => share(AMOUNT_MINOR, feeBps, 10_000));
  walk.check("the fee is a plan's fee", fees.includes(placed.platformFeeMinor), true);

  walk.step("The shop sends the same order again: nothing new");
  const again = await walk.call("POST", CONVERSIONS, 200, conversion, { ...send, json: order });
  walk.check("conversion", again.id, placed.id);
  walk.step("The same order id with another amount is refused");
  const refused = await walk.call("POST", CONVERSIONS, 409, problem, { ...send, json: { ...order, amountMinor: 99 } });
  walk.check("code", refused.code, "conversion.order_id_reused");
  const fee = placed.platformFeeMinor;
  return { placed, money: { commission: expected, fee, vat: share(fee, VAT_BPS, 10_000) } };
}

export async function deliverOrder({ walk, demo, run }: Story): Promise<void> {
  const path = `${CONVERSIONS}/demo-${run}/events`;
  const key = demo.merchant.apiKey;
  for (const status of ["confirmed", "shipped", "delivered", "collected"] as const) {
    walk.step(`The order is ${status}`);
    const json = { eventId: `${run}-${status}`, status };
    const moved = await walk.call("POST", path, 200, conversionWithOutcome, { key, json });
    walk.check("order", [moved.status, moved.outcome], [status, "applied"]);
  }
  walk.step("The courier says collected twice: heard once");
  const json = { eventId: `${run}-collected`, status: "collected" };
  const repeated = await walk.call("POST", path, 200, conversionWithOutcome, { key, json });
  walk.check("outcome", repeated.outcome, "already_applied");
}

export async function commissionReaches(story: Story, commissionId: string, reversedMinor: number) {
  const { walk, demo } = story;
  const mine = async () => {
    const page = await walk.read("/api/payments/commissions?limit=100", pageOf(commission), demo.influencer.apiKey);
    return page.data.find(({ id }) => id === commissionId);
  };
  const found = await walk.until(mine, (row) => row?.state === "earned" && row.reversedMinor === reversedMinor);
  walk.check("commission", [found?.state, found?.reversedMinor], ["earned", reversedMinor]);
  walk.check("waits for its hold and the statement, and for nothing else", found?.blockedBy, ["hold", "statement"]);
}

/** Balances differ from `before` by exactly this money, to the centime. */
export function checkBalances(
  { walk }: Story,
  before: Balances,
  after: Balances,
  pending: Money,
  forecast: Money,
): void {
  const influencer = {
    ...before.influencer,
    pendingMinor: before.influencer.pendingMinor + pending.commission,
    forecastMinor: before.influencer.forecastMinor + forecast.commission,
  };
  const merchant = {
    ...before.merchant,
    dueMinor: before.merchant.dueMinor + owed(pending),
    forecastMinor: before.merchant.forecastMinor + owed(forecast),
  };
  walk.check("influencer's balance to the centime", after.influencer, influencer);
  walk.check("merchant's balance to the centime", after.merchant, merchant);
}

export async function refundPart({ walk, demo, run }: Story): Promise<void> {
  walk.step("The customer gets 100 DH back");
  const json = { eventId: `${run}-refund`, refund: { id: `${run}-r1`, amountMinor: REFUND_MINOR } };
  const path = `${CONVERSIONS}/demo-${run}/events`;
  const refunded = await walk.call("POST", path, 200, conversionWithOutcome, { key: demo.merchant.apiKey, json });
  walk.check("refunded", [refunded.refundedMinor, refunded.outcome], [REFUND_MINOR, "applied"]);
}

export async function sendForgedToken({ walk, demo, run }: Story, token: string): Promise<void> {
  walk.step("An order with a forged token is kept, and nobody gets anything for it");
  const forged = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
  const order = {
    orderId: `demo-${run}-forged`,
    clickToken: forged,
    amountMinor: AMOUNT_MINOR,
    currency: "MAD",
    payment: "cod",
  };
  const kept = await walk.call("POST", CONVERSIONS, 201, conversion, { key: demo.merchant.apiKey, json: order });
  walk.check("attribution", [kept.attribution.by, kept.attribution.reason], ["none", "token_forged"]);
  walk.check("commission and fee", [kept.commission, kept.platformFeeMinor], [null, 0]);
}

export async function orderByCoupon({ walk, demo, link, run }: Story): Promise<void> {
  walk.step("The influencer makes a code, and a customer uses it without any click");
  const code = `DEMO${run.toUpperCase()}`;
  const [asInfluencer, asMerchant] = [demo.influencer.apiKey, demo.merchant.apiKey];
  await walk.call("POST", `/api/affiliates/links/${link.id}/coupons`, 201, coupon, {
    key: asInfluencer,
    json: { code },
  });
  const order = {
    orderId: `demo-${run}-code`,
    couponCode: code.toLowerCase(),
    amountMinor: 30_000,
    currency: "MAD",
    payment: "prepaid",
  };
  const placed = await walk.call("POST", CONVERSIONS, 201, conversion, { key: asMerchant, json: order });
  walk.check("attributed by", [placed.attribution.by, placed.attribution.linkId], ["coupon", link.id]);
  walk.check("commission", placed.commission?.amountMinor, share(30_000, link.rateBps, 10_000));
}

export async function refuseBadInput({ walk, demo, run }: Story): Promise<void> {
  walk.step("What is wrong is told, and nothing is written");
  const key = demo.merchant.apiKey;
  const nobody = await walk.call("POST", CONVERSIONS, 401, problem, { json: {} });
  const unknown = await walk.call("GET", `${CONVERSIONS}/demo-${run}-nothing`, 404, problem, { key });
  const json = { orderId: `demo-${run}-bad`, amountMinor: -1, currency: "XXY", payment: "barter" };
  const wrong = await walk.call("POST", CONVERSIONS, 422, problem, { key, json });
  walk.check("codes", [nobody.code, unknown.code], ["session.missing", "conversion.not_found"]);
  walk.check("fields", wrong.errors?.map(({ path }) => path).sort(), ["amountMinor", "currency", "payment"]);
}

export async function countClicks(story: Story, before: Awaited<ReturnType<typeof readClicks>>): Promise<void> {
  const { walk } = story;
  walk.step("The clicks are counted: one person, one bot, one preview");
  const expected = {
    clicks: before.stats.clicks + 1,
    botClicks: before.stats.botClicks + 1,
    previewClicks: before.stats.previewClicks + 1,
  };
  const seen = ({ stats }: typeof before) => ({
    clicks: stats.clicks,
    botClicks: stats.botClicks,
    previewClicks: stats.previewClicks,
  });
  const after = await walk.until(
    () => readClicks(story),
    ({ stats }) => stats.previewClicks >= expected.previewClicks,
  );
  walk.check("the link's numbers", seen(after), expected);
}

export async function readLedger({ walk, demo }: Story, money: Money, commissionId: string): Promise<void> {
  walk.step("The ledger tells where every centime came from");
  const page = await walk.read("/api/payments/ledger?limit=10", pageOf(ledgerEntry), demo.influencer.apiKey);
  const mine = page.data.filter(({ subject }) => subject === commissionId);
  for (const entry of mine) console.log(`  ${entry.at} ${entry.reason} ${entry.direction} ${entry.amountMinor}`);
  const back = reversed(money, REFUND_MINOR).commission;
  walk.check(
    "entries, newest first",
    mine.map(({ reason, direction, amountMinor }) => [reason, direction, amountMinor]),
    [
      ["commission.reversed", "out", back],
      ["commission.earned", "in", money.commission],
    ],
  );
}
