import path from "node:path";
import { readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { afterAll, describe, expect, it } from "vitest";
import { countBreakdowns } from "../../workers/modules/analytics/breakdowns/rules.ts";
import { joinBatches } from "../../workers/modules/analytics/rules.ts";
import { clicksMessageOf, type PlainClick } from "../support/click-messages.ts";

const root = path.join(import.meta.dirname, "../..");
const mf = new Miniflare(
  convertV4MiniflareOptions({
    workers: [{ name: "scratch", modules: true, script: "export default {}", d1Databases: ["OLD", "NEW", "CLICKS"] }],
  }),
);
afterAll(() => mf.dispose());

async function migrate(db: D1Database, folder: string, isWanted: (name: string) => boolean): Promise<void> {
  for (const { name, queries } of await readD1Migrations(path.join(root, "migrations", folder)))
    if (isWanted(name)) await db.batch(queries.map((query) => db.prepare(query)));
}

const OFFSET_CHANGE = Date.UTC(2026, 8, 20, 1);
const ENDS = [
  ["placed", "placed", null, "forecast"],
  ["shipped", "shipped", null, "forecast"],
  ["delivered", "delivered", null, "forecast"],
  ["collected", "collected", 1, "earned"],
  ["returned", "delivered", null, "void"],
  ["cancelled", "placed", null, "void"],
] as const;

async function addOrders(db: D1Database): Promise<void> {
  const user =
    "INSERT INTO users (id, role, email, display_name, scopes, created_at) VALUES (?1, ?2, ?1 || '@example.ma', ?1, '[]', 1)";
  const order = `INSERT INTO conversions (id, merchant_id, order_id, status, furthest, payment, amount_minor, currency, base_minor,
      collected_at, ordered_at, attributed_by, attribution_reason, link_id, influencer_id, product_id, rule, plan, fee_bps, city,
      created_at, updated_at)
    VALUES (?1, 'usr_m', ?1, ?2, ?3, 'cod', 45000, 'MAD', 45000, ?4, ?5, ?6, 'click', ?7, ?8, 'prd_1', ?9, 'FREE', 500, ?10, 1, 1)`;
  const commission = `INSERT INTO commissions (id, conversion_id, link_id, influencer_id, merchant_id, state, original_minor,
      original_fee_minor, amount_minor, fee_minor, vat_bps, vat_minor, reversed_minor, created_at, updated_at)
    VALUES ('com_' || ?1, ?1, ?2, 'usr_i', 'usr_m', ?3, 6750, 0, 6750, 0, 2000, 0, ?4, 1, 1)`;
  await db.batch([db.prepare(user).bind("usr_m", "merchant"), db.prepare(user).bind("usr_i", "influencer")]);
  for (let index = 0; index < 48; index++) {
    const [status, furthest, collectedAt, state] = ENDS[index % ENDS.length] ?? ENDS[0];
    const [link, isAttributed] = [`lnk_${index % 3}`, index % 7 !== 6];
    const orderedAt = OFFSET_CHANGE + (index - 24) * 3_600_000;
    const touch = isAttributed ? ["click", link, "usr_i", "{}"] : ["none", null, null, null];
    const [by, linkId, influencerId, rule] = touch;
    const city = index % 4 === 0 ? null : "Fès";
    const values = [`cnv_${index}`, status, furthest, collectedAt, orderedAt, by, linkId, influencerId, rule, city];
    await db
      .prepare(order)
      .bind(...values)
      .run();
    if (isAttributed)
      await db
        .prepare(commission)
        .bind(`cnv_${index}`, link, state, index % 2)
        .run();
  }
}

const rowsOf = async (db: D1Database, table: string) =>
  (await db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4, 5, 6`).all()).results;

describe("what there was before there were counters", () => {
  it("is counted as if each order had come after them", async () => {
    const [old, fresh] = [await mf.getD1Database("OLD", "scratch"), await mf.getD1Database("NEW", "scratch")];
    await migrate(old, "core", (name) => name < "0027");
    await addOrders(old);
    await migrate(old, "core", (name) => name >= "0027");
    await migrate(fresh, "core", () => true);
    await addOrders(fresh);
    for (const table of ["order_cells", "order_days"]) {
      const rows = await rowsOf(old, table);
      expect(rows.length).toBeGreaterThan(4);
      expect(rows).toEqual(await rowsOf(fresh, table));
    }
  }, 120_000);

  it("is known of clicks too: where they came from, on Casablanca's days", async () => {
    const db = await mf.getD1Database("CLICKS", "scratch");
    const clicks = Array.from(
      { length: 300 },
      (_, index): PlainClick => ({
        linkNumber: 1 + (index % 3),
        clickedAt: OFFSET_CHANGE + (index - 150) * 600_000,
        nonce: index,
        visitor: index,
        class: index % 5 === 0 ? "bot" : "human",
        reason: null,
        device: index % 2 === 0 ? "android" : null,
        source: "instagram",
        country: index % 4 === 0 ? "FR" : "MA",
        city: index % 3 === 0 ? "Fès" : null,
        referrer: `site-${index}.ma`,
        params: index % 6 === 0 ? `{"utm_source":"ig","utm_term":"x","sub1":"${"y".repeat(100)}"}` : null,
      }),
    );
    await migrate(db, "clicks", (name) => name < "0004");
    for (const one of clicks)
      await db
        .prepare(
          `INSERT INTO tracking_events (link_number, clicked_at, nonce, visitor, class, device, source, country, city, referrer, params)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(
          ...[one.linkNumber, one.clickedAt, one.nonce, one.visitor, one.class],
          ...[one.device, one.source, one.country, one.city, one.referrer, one.params],
        )
        .run();
    await db.prepare("INSERT INTO click_stats_daily (link_number, day) VALUES (1, 1), (1, 2), (7, 1)").run();
    await migrate(db, "clicks", (name) => name >= "0004");
    const { results } = await db
      .prepare("SELECT link_number, day, counts FROM click_breakdowns ORDER BY 1, 2")
      .all<{ link_number: number; day: number; counts: string }>();
    const found = results.map(({ link_number, day, counts }) => [link_number, day, sorted(JSON.parse(counts))]);
    const expected = countBreakdowns(joinBatches([clicksMessageOf("m", clicks)]));
    expect(found).toEqual(
      expected
        .map(([link, day, entries]) => [link, day, sorted(entries)])
        .sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1])),
    );
    const { results: left } = await db.prepare("SELECT link_number FROM links_without_owner").all();
    expect(left).toEqual([{ link_number: 1 }, { link_number: 7 }]);
  }, 120_000);
});

const sorted = (entries: unknown[]) => entries.map((entry) => JSON.stringify(entry)).sort();
