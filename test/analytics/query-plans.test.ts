import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { openCoreDb } from "../../workers/db/client.ts";
import { listLinkOwners } from "../../workers/modules/analytics/breakdowns/link-owners.ts";
import {
  listClicksOfLinks,
  listDimensionCounts,
  listOrdersBy,
  listScopeLinks,
} from "../../workers/modules/analytics/breakdowns/queries.ts";
import {
  listClickDays,
  listClickHours,
  listOrderDays,
  listOrderHours,
} from "../../workers/modules/analytics/numbers/queries.ts";
import { listLinkNumbers, type Scope } from "../../workers/modules/analytics/numbers/scope.ts";
import {
  findOldestDay,
  listArchivedDays,
  listClicksOfDay,
  listPieces,
  listRawClicks,
} from "../../workers/modules/analytics/retention/queries.ts";
import type { Context } from "../../workers/platform/context.ts";
import { systemContext } from "../support/world.ts";

const scopeOf = (side: Scope["side"], filters: Scope["filters"] = {}): Scope => ({
  ownerId: "usr_x",
  side,
  filters,
  linkNumbers: Object.keys(filters).length === 0 ? null : [1, 2],
});
const all = { linkId: "l", productId: "p", influencerId: "i", merchantId: "m" };
const SCOPES: readonly (readonly [string, Scope])[] = [
  ["a merchant", scopeOf("merchant")],
  ["an influencer", scopeOf("influencer")],
  ["a merchant's product", scopeOf("merchant", { productId: "p" })],
  ["an influencer's merchant", scopeOf("influencer", { merchantId: "m" })],
  ["a merchant's link of an influencer", scopeOf("merchant", all)],
];
const period = { from: 20_000, to: 20_030 };

// Every statement that the query prepares, with how SQLite would answer it.
async function plansOf(query: (ctx: Context) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  const explained = (d1: D1Database) =>
    new Proxy(d1, {
      get: (target, key) => {
        if (key !== "prepare") return Reflect.get(target, key).bind(target);
        return (text: string) => {
          plans.push(text);
          return target.prepare(text);
        };
      },
    });
  await query({ ...systemContext(), db: openCoreDb(explained(env.CORE_DB)), clicks: explained(env.CLICKS_DB) });
  return Promise.all(plans.map(planOf));
}

async function planOf(text: string): Promise<string> {
  const isOfClicks = /click_|clicks_|owner_breakdowns|tracking_events|archived_clicks/.test(text);
  const numbers = [...text.matchAll(/\?(\d+)/g)].map(([, number]) => Number(number));
  const count = numbers.length > 0 ? Math.max(...numbers) : (text.match(/\?/g) ?? []).length;
  const { results } = await (isOfClicks ? env.CLICKS_DB : env.CORE_DB)
    .prepare(`EXPLAIN QUERY PLAN ${text}`)
    .bind(...Array.from({ length: count }, () => 1))
    .all<{ detail: string }>();
  return results.map(({ detail }) => detail).join("\n");
}

// e, c and json_each are lists out of a parameter or a row; the links of the archive's walk are made by look-ups; its own list of days is short.
const FULL_SCAN = /^SCAN (?!json_each|e VIRTUAL|c VIRTUAL|links$|CONSTANT|b VIRTUAL)/m;

describe("no number reads a table from end to end", () => {
  it.each<[string, (ctx: Context) => Promise<unknown>]>([
    ...SCOPES.flatMap(([name, scope]): [string, (ctx: Context) => Promise<unknown>][] => [
      [`clicks of ${name} by day`, (ctx) => listClickDays(ctx, scope, period)],
      [`clicks of ${name} by hour`, (ctx) => listClickHours(ctx, scope, 1, 24)],
      [`orders of ${name} by day`, (ctx) => listOrderDays(ctx, scope, period)],
      [`orders of ${name} by hour`, (ctx) => listOrderHours(ctx, scope, 1, 24)],
      [`orders of ${name} by city`, (ctx) => listOrdersBy(ctx, scope, period, "city")],
      [`where clicks of ${name} come from`, (ctx) => listDimensionCounts(ctx, scope, period, ["country"])],
      [`links of ${name}`, (ctx) => listScopeLinks(ctx, scope)],
      [`numbers of links of ${name}`, (ctx) => listLinkNumbers(ctx, scope)],
    ]),
    ["clicks of links", (ctx) => listClicksOfLinks(ctx, [1, 2], period)],
    ["owners of links", (ctx) => listLinkOwners(ctx, [1, 2])],
    ["the day of the oldest raw click", (ctx) => findOldestDay(ctx)],
    ["raw clicks of a day", (ctx) => listClicksOfDay(ctx, 20_000, 1, 10)],
    ["raw clicks of links", (ctx) => listRawClicks(ctx, [1, 2], 20_000, undefined, 10)],
    ["pieces of the archive", (ctx) => listPieces(ctx, period, 1, 2)],
    ["days of the archive to be forgotten", (ctx) => listArchivedDays(ctx, 20_000, 10)],
  ])("%s", async (_name, query) => {
    const plans = await plansOf(query);
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatch(/SEARCH/);
    expect(plans[0]).not.toMatch(FULL_SCAN);
  });

  it("of the overview reads as many counters as the period has days, however many links there are", async () => {
    const [clicks] = await plansOf((ctx) => listClickDays(ctx, scopeOf("merchant"), period));
    const [orders] = await plansOf((ctx) => listOrderDays(ctx, scopeOf("influencer"), period));
    expect(clicks).toBe("SEARCH c USING PRIMARY KEY (owner_id=? AND day>? AND day<?)");
    expect(orders).toBe("SEARCH o USING PRIMARY KEY (owner_id=? AND day>? AND day<?)");
  });
});
