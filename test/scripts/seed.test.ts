import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ATTRIBUTION_REASONS, ORDER_STATUSES } from "../../schemas/conversions.ts";
import { PLANS } from "../../schemas/plans.ts";
import { seedDemo } from "../../scripts/seed/seed.ts";
import type { Env } from "../../workers/platform/env.ts";
import { seededPlace } from "./seeded-place.ts";
import { forget, type Served, serve, stop, withBindings } from "./served.ts";

const place = await seededPlace();
let served: Served;
let books: Readonly<Record<string, unknown>>;
let stories: Readonly<Record<string, readonly string[]>>;
let seededAt: number;
const clicks = { rows: 0, counted: 0, fromTheFuture: 0, afterTheEnd: 0, ordersWithout: 0 };

// Sums that must be nothing, each with its own reason to be wrong.
const BOOKS = `SELECT
  (SELECT sum(balance_minor) FROM ledger_accounts) AS sum,
  (SELECT count(*) FROM ledger_accounts a WHERE a.balance_minor <> (SELECT sum(CASE direction WHEN 'in' THEN amount_minor ELSE -amount_minor END)
    FROM ledger_entries e WHERE e.account = a.id)) AS accountsOff,
  (SELECT count(*) FROM commissions c WHERE (c.posted_minor, c.posted_fee_minor, c.posted_vat_minor) <> (
    SELECT coalesce(sum(CASE WHEN e.account LIKE 'influencer:%' THEN signed END), 0), coalesce(sum(CASE WHEN e.account = 'platform:fees' THEN signed END), 0),
      coalesce(sum(CASE WHEN e.account = 'platform:vat' THEN signed END), 0)
    FROM (SELECT account, CASE direction WHEN 'in' THEN amount_minor ELSE -amount_minor END AS signed, t.subject_id
      FROM ledger_entries l JOIN ledger_transactions t ON t.id = l.transaction_id) e WHERE e.subject_id = c.id)) AS commissionsOff,
  (SELECT count(*) FROM (SELECT t.created_at AS at, lag(t.created_at) OVER (ORDER BY p.id) AS before
    FROM ledger_postings p JOIN ledger_transactions t ON t.id = p.transaction_id) WHERE at < before) AS postedBackwards,
  (SELECT count(*) FROM outbox WHERE done_at IS NULL) AS openWork`;

beforeAll(async () => {
  served = await serve(place);
  await stop(served);
  seededAt = Date.now();
  await withBindings(place, async (env) => {
    const rows = async <T>(db: D1Database, sql: string) => (await db.prepare(sql).all<T>()).results;
    const names = async (sql: string) => (await rows<{ name: string }>(env.CORE_DB, sql)).map(({ name }) => name);
    books = (await env.CORE_DB.prepare(BOOKS).first()) ?? {};
    stories = {
      statuses: await names("SELECT DISTINCT status AS name FROM conversions"),
      states: await names("SELECT DISTINCT state AS name FROM commissions"),
      reasons: await names("SELECT DISTINCT attribution_reason AS name FROM conversions"),
      lost: await names("SELECT DISTINCT value ->> 'reason' AS name FROM conversions, json_each(attribution_lost)"),
      plans: await names("SELECT DISTINCT plan AS name FROM conversions"),
      requests: await names("SELECT DISTINCT state AS name FROM affiliate_requests"),
      blocked: await names("SELECT order_id AS name FROM conversions WHERE base_minor IS NULL"),
      valued: await names("SELECT order_id AS name FROM conversions WHERE mad_per_unit_micros IS NOT NULL"),
      future: await names(`SELECT id AS name FROM conversions WHERE max(ordered_at, created_at) > ${seededAt}
        UNION SELECT id FROM conversion_events WHERE max(occurred_at, received_at) > ${seededAt}`),
    };
    await lookAtClicks(env);
  });
});
afterAll(() => forget(place));

async function lookAtClicks(env: Env): Promise<void> {
  const { results: hits } = await env.CLICKS_DB.prepare(
    "SELECT link_number AS number, clicked_at AS at FROM tracking_events WHERE class = 'human'",
  ).all<{ number: number; at: number }>();
  const { results: ends } = await env.CORE_DB.prepare(
    `SELECT l.number, min(coalesce(l.ends_at, 9e15), coalesce(l.paused_at, 9e15), coalesce(p.ended_at, 9e15), coalesce(u.suspended_at, 9e15)) AS at
     FROM affiliate_links l JOIN products p ON p.id = l.product_id JOIN users u ON u.id = l.influencer_id`,
  ).all<{ number: number; at: number }>();
  const { results: orders } = await env.CORE_DB.prepare(
    "SELECT l.number, c.clicked_at AS at FROM conversions c JOIN affiliate_links l ON l.id = c.link_id WHERE c.attributed_by = 'click' AND c.clicked_at IS NOT NULL",
  ).all<{ number: number; at: number }>();
  const endOf = new Map(ends.map(({ number, at }) => [number, at]));
  const seen = new Set(hits.map(({ number, at }) => `${number}/${Math.floor(at / 1000)}`));
  clicks.afterTheEnd = hits.filter(({ number, at }) => at > (endOf.get(number) ?? 0)).length;
  clicks.fromTheFuture = hits.filter(({ at }) => at > seededAt).length;
  clicks.ordersWithout = orders.filter(({ number, at }) => !seen.has(`${number}/${Math.floor(at / 1000)}`)).length;
  const counts = await env.CLICKS_DB.prepare(
    "SELECT (SELECT count(*) FROM tracking_events) AS rows, (SELECT sum(human + bot + preview + prefetch) FROM click_stats_daily) AS counted",
  ).first<{ rows: number; counted: number }>();
  Object.assign(clicks, counts);
}

describe("the seed", () => {
  test("leaves the books at zero: every balance is its postings, every commission what the ledger says, in the order of time", () => {
    expect(books).toEqual({ sum: 0, accountsOff: 0, commissionsOff: 0, postedBackwards: 0, openWork: 0 });
  });

  test("shows orders, commissions and requests in every state there is today, on every plan", () => {
    expect(stories.statuses?.toSorted()).toEqual(ORDER_STATUSES.toSorted());
    expect(stories.states?.toSorted()).toEqual(["earned", "forecast", "reversed", "void"]);
    expect(stories.requests?.toSorted()).toEqual(["approved", "cancelled", "expired", "pending", "rejected"]);
    expect(stories.plans?.toSorted()).toEqual(PLANS.toSorted());
  });

  test("shows why touches lose, and foreign orders both blocked and valued", () => {
    const shown = [...(stories.reasons ?? []), ...(stories.lost ?? [])];
    const rare = ["token_unknown_key", "token_after_order", "link_paused", "link_ended", "product_ended"];
    const common = ATTRIBUTION_REASONS.filter((reason) => !rare.includes(reason) && reason !== "request_not_approved");
    expect(shown).toEqual(expect.arrayContaining(common));
    expect([stories.blocked?.length, stories.valued?.length]).toEqual([2, 1]);
  });

  test("holds nothing from the future", () => {
    expect(stories.future).toEqual([]);
    expect(clicks.fromTheFuture).toBe(0);
  });

  test("counts its clicks, has none after a link ended, and one before every order that names it", () => {
    expect(clicks.rows).toBeGreaterThan(6_000);
    expect(clicks).toMatchObject({ counted: clicks.rows, afterTheEnd: 0, ordersWithout: 0 });
  });

  test("names demo accounts with keys for development only", () => {
    const { merchant, influencer, admin, links } = served.demo;
    for (const { apiKey } of [merchant, influencer, admin]) expect(apiKey).toMatch(/^sk_test_[0-9A-Za-z]{32}$/);
    expect(links[0]).toMatchObject({ slug: "sara-djellaba", rateBps: 1500 });
  });

  test("refuses production", async () => {
    await withBindings(place, async (env) => {
      const production: Env = { ...env, ENVIRONMENT: "production" };
      await expect(seedDemo(production, Date.now(), async () => new Uint8Array())).rejects.toThrow(
        "refuses production",
      );
    });
  });
});
