import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ORDER_STATUSES } from "../../schemas/conversions.ts";
import { seedDemo } from "../../scripts/seed/seed.ts";
import type { Env } from "../../workers/platform/env.ts";
import { forget, newPlace, type Served, serve, stop, withBindings } from "./served.ts";

const place = await newPlace();
let served: Served;
beforeAll(async () => {
  served = await serve(place);
  await stop(served);
});
afterAll(() => forget(place));

const rows = <T>(sql: string, database: "CORE_DB" | "CLICKS_DB" = "CORE_DB") =>
  withBindings(place, async (env) => (await env[database].prepare(sql).all<T>()).results);

describe("the demo's story", () => {
  test("leaves books at zero, every balance equal to its entries, and no work without an end", async () => {
    const [books] = await rows(`SELECT
      (SELECT sum(balance_minor) FROM ledger_accounts) AS sum,
      (SELECT count(*) FROM ledger_accounts a WHERE a.balance_minor <> (SELECT sum(CASE direction WHEN 'in' THEN amount_minor ELSE -amount_minor END)
        FROM ledger_entries e WHERE e.account = a.id)) AS accountsOff,
      (SELECT coalesce(sum(posted_minor), 0) FROM commissions) - (SELECT sum(balance_minor) FROM ledger_accounts WHERE kind = 'influencer:pending') AS commissionsOff,
      (SELECT count(*) FROM outbox WHERE done_at IS NULL) AS openWork`);
    expect(books).toEqual({ sum: 0, accountsOff: 0, commissionsOff: 0, openWork: 0 });
  });

  test("shows orders in every state, commissions in every state there is today, and each reason a touch can lose by", async () => {
    const statuses = await rows<{ status: string }>("SELECT DISTINCT status FROM conversions");
    expect(statuses.map(({ status }) => status).sort()).toEqual([...ORDER_STATUSES].sort());
    const states = await rows<{ state: string }>("SELECT DISTINCT state FROM commissions ORDER BY 1");
    expect(states.map(({ state }) => state)).toEqual(["earned", "forecast", "reversed", "void"]);
    const reasons = await rows<{ reason: string }>("SELECT DISTINCT attribution_reason AS reason FROM conversions");
    expect(reasons.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(["click_valid", "coupon_valid", "no_touch", "token_forged", "token_expired"]),
    );
    const plans = await rows("SELECT DISTINCT plan FROM user_subscriptions");
    expect(plans).toHaveLength(4);
  });

  test("holds nothing from the future, and clicks whose counters equal their rows", async () => {
    const [future] = await rows(
      `SELECT (SELECT count(*) FROM conversions WHERE created_at > ${Date.now()}) + (SELECT count(*) FROM conversion_events WHERE received_at > ${Date.now()}) AS rows`,
    );
    expect(future).toEqual({ rows: 0 });
    const [clicks] = await rows<{ events: number; counted: number }>(
      "SELECT (SELECT count(*) FROM tracking_events) AS events, (SELECT sum(human + bot + preview + prefetch) FROM click_stats_daily) AS counted",
      "CLICKS_DB",
    );
    expect(clicks?.events).toBeGreaterThan(5_000);
    expect(clicks?.counted).toBe(clicks?.events);
  });

  test("names demo accounts with keys for development only", () => {
    const { merchant, influencer, admin, links } = served.demo;
    for (const { apiKey } of [merchant, influencer, admin]) expect(apiKey).toMatch(/^sk_test_[0-9A-Za-z]{32}$/);
    expect(links[0]).toMatchObject({ slug: "sara-djellaba", rateBps: 1500 });
  });

  test("refuses production", async () => {
    await withBindings(place, async (env) => {
      const production: Env = { ...env, ENVIRONMENT: "production" };
      await expect(seedDemo(production, Date.now())).rejects.toThrow("refuses production");
    });
  });
});
