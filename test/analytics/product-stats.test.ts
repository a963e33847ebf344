import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { casablancaDay, DAY_MS } from "../../workers/core/calendar.ts";
import { computeProductStats } from "../../workers/modules/analytics/product-stats/compute-product-stats.ts";
import { listProductStats } from "../../workers/modules/catalogue/stats-queries.ts";
import { addProgramme, call, type Programme, runCommissionQueue, systemContext } from "../support/world.ts";
import { sell } from "./analytics-world.ts";

const NOW = Date.now();

const addClicks = (linkNumber: number, daysAgo: number, human: number) =>
  env.CLICKS_DB.prepare("INSERT INTO click_stats_daily (link_number, day, human, bot) VALUES (?, ?, ?, 1000)")
    .bind(linkNumber, casablancaDay(NOW - daysAgo * DAY_MS), human)
    .run();

const statsOf = async ({ productId }: Programme) =>
  (await listProductStats(systemContext(), [productId, "prd_none"])).get(productId);

describe("a product's figures", () => {
  it("are net earnings per human click and delivered orders of the parcels that ended, of 90 days", async () => {
    const programme = await addProgramme({ rateBps: 1_000 });
    await addClicks(programme.linkNumber, 1, 300);
    await addClicks(programme.linkNumber, 89, 100);
    await addClicks(programme.linkNumber, 92, 5_000);
    await sell(programme, ["delivered", "collected"]);
    await sell(programme, ["shipped"]);
    await sell(programme, ["refused"]);
    await sell(programme, ["cancelled"]);
    const old = await sell(programme, ["delivered", "collected"]);
    await env.CORE_DB.prepare("UPDATE conversions SET ordered_at = ? WHERE id = ?")
      .bind(NOW - 91 * DAY_MS, old)
      .run();
    await computeProductStats(systemContext());
    expect(await statsOf(programme)).toEqual({ epcMinor: 11, deliveryRateBps: 5_000, conversions: 4 });
  });

  it("are nothing where there is nothing to divide by, and absent without a link", async () => {
    const programme = await addProgramme();
    await sell(programme, ["shipped"]);
    await computeProductStats(systemContext());
    expect(await statsOf(programme)).toEqual({ epcMinor: null, deliveryRateBps: null, conversions: 1 });
    expect((await listProductStats(systemContext(), ["prd_none"])).size).toBe(0);
  });

  it("count a prepaid order when it has arrived, not when it is paid", async () => {
    const programme = await addProgramme();
    await sell(programme, ["collected"], { payment: "prepaid" });
    await computeProductStats(systemContext());
    expect(await statsOf(programme)).toMatchObject({ deliveryRateBps: null });
    await sell(programme, ["collected", "delivered"], { payment: "prepaid" });
    await computeProductStats(systemContext());
    expect(await statsOf(programme)).toMatchObject({ deliveryRateBps: 10_000, conversions: 2 });
  });

  it("follow what is taken back, and computed twice stay what they are", async () => {
    const programme = await addProgramme({ rateBps: 1_000 });
    await addClicks(programme.linkNumber, 1, 10);
    const id = await sell(programme, ["delivered", "collected"]);
    await computeProductStats(systemContext());
    await computeProductStats(systemContext());
    expect(await statsOf(programme)).toEqual({ epcMinor: 450, deliveryRateBps: 10_000, conversions: 1 });
    const { orderId } = (await env.CORE_DB.prepare("SELECT order_id AS orderId FROM conversions WHERE id = ?")
      .bind(id)
      .first<{ orderId: string }>()) ?? { orderId: "" };
    await call("POST", `/api/tracking/conversions/${orderId}/events`, {
      key: programme.merchant.apiKey,
      json: { eventId: "back", status: "returned" },
    });
    await runCommissionQueue(id);
    await computeProductStats(systemContext());
    expect(await statsOf(programme)).toEqual({ epcMinor: 0, deliveryRateBps: 0, conversions: 1 });
    const place = await env.CORE_DB.prepare("SELECT epc_minor FROM product_listings WHERE product_id = ?")
      .bind(programme.productId)
      .first("epc_minor");
    expect(place).toBe(0);
  });

  it("are made for hundreds of products, set by set", async () => {
    const programme = await addProgramme();
    const hundreds = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)";
    await env.CORE_DB.batch([
      env.CORE_DB.prepare(
        `${hundreds} INSERT INTO products (id, merchant_id, title_fr, price_minor, commission_rate_bps, category_id, landing_url,
            state, ended_at, created_at, updated_at)
          SELECT 'many-' || i, ?, 'x', 1, 0, 'cat_test', 'https://shop.example', 'paused', 1, 1, 1 FROM n`,
      ).bind(programme.merchant.id),
      env.CORE_DB.prepare(
        `${hundreds} INSERT INTO affiliate_links
            (id, slug, request_id, product_id, influencer_id, merchant_id, target_url, created_at, updated_at)
          SELECT 'many-' || i, 'many-' || i, request_id, 'many-' || i, influencer_id, merchant_id, target_url, 1, 1
          FROM n, affiliate_links WHERE number = ?`,
      ).bind(programme.linkNumber),
    ]);
    const { linked } = (await env.CORE_DB.prepare(
      "SELECT count(DISTINCT product_id) AS linked FROM affiliate_links",
    ).first<{
      linked: number;
    }>()) ?? { linked: -1 };
    expect(linked).toBeGreaterThan(600);
    await computeProductStats(systemContext());
    expect(await env.CORE_DB.prepare("SELECT count(*) AS rows FROM product_stats").first("rows")).toBe(linked);
  });
});
