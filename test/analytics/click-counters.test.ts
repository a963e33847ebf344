import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VISITOR_CLASSES } from "../../schemas/events.ts";
import { casablancaDay, hourOf } from "../../workers/core/calendar.ts";
import { settleOwners } from "../../workers/modules/analytics/breakdowns/settle-owners.ts";
import type { PlainClick } from "../support/click-messages.ts";
import { addProgramme, type Programme, systemContext } from "../support/world.ts";
import { click, record } from "./analytics-world.ts";

type Entry = [dimension: string, value: string, human: number, other: number];

const entriesOf = async (table: string, column: string, key: unknown, day: number) => {
  const counts = await env.CLICKS_DB.prepare(`SELECT counts FROM ${table} WHERE ${column} = ?1 AND day = ?2`)
    .bind(key, day)
    .first<string>("counts");
  const parsed: Entry[] = JSON.parse(counts ?? "[]");
  return parsed.sort();
};

function recounted(clicks: readonly PlainClick[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const one of clicks) {
    const brought: Record<string, string> = JSON.parse(one.params ?? "{}");
    const parts = {
      country: one.country,
      city: one.city,
      device: one.device,
      source: one.source,
      referrer: one.referrer,
    };
    for (const [dimension, value] of Object.entries({ ...parts, ...brought })) {
      if (value === null || dimension === "utm_term") continue;
      const entry = entries.get(`${dimension}|${value}`) ?? [dimension, value, 0, 0];
      entry[one.class === "human" ? 2 : 3] += 1;
      entries.set(`${dimension}|${value}`, entry);
    }
  }
  return [...entries.values()].sort();
}

const ownerRows = async (table: string, ownerId: string) => {
  const { results } = await env.CLICKS_DB.prepare(`SELECT * FROM ${table} WHERE owner_id = ?1 ORDER BY 2`)
    .bind(ownerId)
    .all<Record<string, number>>();
  return results.map(({ owner_id: _, ...row }) => row);
};

const linkRows = async (table: string, period: string, programmes: readonly Programme[], more = "") => {
  const { results } = await env.CLICKS_DB.prepare(
    `SELECT ${period}, sum(human) AS human, sum(bot) AS bot, sum(preview) AS preview, sum(prefetch) AS prefetch,
      sum(scans) AS scans${more} FROM ${table} WHERE link_number IN (SELECT value FROM json_each(?1)) GROUP BY 1 ORDER BY 1`,
  )
    .bind(JSON.stringify(programmes.map(({ linkNumber }) => linkNumber)))
    .all<Record<string, number>>();
  return results;
};

async function secondLink(of: Programme): Promise<Programme> {
  const slug = `${of.slug}-2`;
  const linkNumber = await env.CORE_DB.prepare(
    `INSERT INTO affiliate_links (id, slug, request_id, product_id, influencer_id, merchant_id, target_url, created_at, updated_at)
      SELECT id || '2', ?2, request_id, product_id, influencer_id, merchant_id, target_url, created_at, updated_at
      FROM affiliate_links WHERE number = ?1 RETURNING number`,
  )
    .bind(of.linkNumber, slug)
    .first<number>("number");
  return { ...of, slug, linkNumber: linkNumber ?? 0, linkId: `${of.linkId}2` };
}

const NOON = Date.UTC(2026, 10, 23, 12);
const some = fc.record({
  link: fc.nat({ max: 1 }),
  hour: fc.integer({ min: -14, max: 14 }),
  visitor: fc.nat({ max: 4 }),
  class: fc.constantFrom(...VISITOR_CLASSES),
  country: fc.constantFrom("MA", "FR", null),
  city: fc.constantFrom("Fès", "Rabat", null),
  device: fc.constantFrom("android", "ios"),
  source: fc.constantFrom("instagram", "qr", null),
  referrer: fc.constantFrom("l.instagram.com", null),
  params: fc.constantFrom(null, '{"utm_source":"ig","sub1":"bio","utm_term":"x"}', '{"utm_campaign":"été"}'),
});

describe("where clicks come from", () => {
  it("is counted for link and owner as a recount of any clicks finds it, hours, days and visitors too", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(some, { minLength: 1, maxLength: 25 }), { minLength: 1, maxLength: 4 }),
        async (lots) => {
          const first = await addProgramme();
          const links = [first, await secondLink(first)];
          const all = lots.map((lot) =>
            lot.map(({ link, hour, visitor, ...more }) =>
              click(links[link]?.linkNumber ?? 0, NOON + hour * 3_600_000, { ...more, visitor: visitor * 7_919 }),
            ),
          );
          for (const clicks of all) await record(clicks);
          const dayOf = (one: PlainClick) => casablancaDay(one.clickedAt);
          for (const [day, clicks] of Map.groupBy(all.flat(), dayOf)) {
            for (const { linkNumber } of links) {
              const own = clicks.filter((one) => one.linkNumber === linkNumber);
              expect(await entriesOf("click_breakdowns", "link_number", linkNumber, day)).toEqual(recounted(own));
            }
            for (const { id } of [first.merchant, first.influencer])
              expect(await entriesOf("owner_breakdowns", "owner_id", id, day)).toEqual(recounted(clicks));
          }
          const days = await linkRows("click_stats_daily", "day", links, ", sum(visitors) AS visitors");
          expect(days.map(({ day }) => day)).toEqual([...new Set(all.flat().map(dayOf))].sort());
          const hours = await linkRows("click_stats_hourly", "hour", links);
          expect(hours.map(({ hour }) => hour)).toEqual(
            [...new Set(all.flat().map((one) => hourOf(one.clickedAt)))].sort((a, b) => a - b),
          );
          for (const { id } of [first.merchant, first.influencer]) {
            expect(await ownerRows("owner_clicks_daily", id)).toEqual(days);
            expect(await ownerRows("owner_clicks_hourly", id)).toEqual(hours);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it("keeps the 40 commonest values of a day apart and counts the rest together, none lost", async () => {
    const { linkNumber, merchant } = await addProgramme();
    const from = (referrer: string, count: number) =>
      Array.from({ length: count }, () => click(linkNumber, NOON, { referrer, city: null, source: null }));
    const many = Array.from({ length: 70 }, (_, index) => from(`site-${index}.ma`, index < 30 ? 3 : 1)).flat();
    await record(many);
    await record(from("new.ma", 5));
    await record(from("site-69.ma", 1));
    for (const [table, column, key] of [
      ["click_breakdowns", "link_number", linkNumber],
      ["owner_breakdowns", "owner_id", merchant.id],
    ] as const) {
      const sites = (await entriesOf(table, column, key, casablancaDay(NOON))).filter(([name]) => name === "referrer");
      const named = sites.filter(([, value]) => value !== "*");
      expect(named).toHaveLength(40);
      expect(named).toContainEqual(["referrer", "new.ma", 5, 0]);
      expect(named.filter(([, , human]) => human === 3)).toHaveLength(30);
      expect(sites.reduce((sum, [, , human]) => sum + human, 0)).toBe(136);
    }
  });

  it("brings an owner everything of before, once, however often and by whom it is asked", async () => {
    const programme = await addProgramme();
    const { linkNumber, merchant, influencer } = programme;
    await record([click(linkNumber, NOON), click(linkNumber, NOON, { class: "bot" })]);
    await env.CLICKS_DB.batch([
      env.CLICKS_DB.prepare("DELETE FROM link_owners WHERE link_number = ?").bind(linkNumber),
      ...["owner_clicks_daily", "owner_clicks_hourly", "owner_breakdowns"].map((table) =>
        env.CLICKS_DB.prepare(`DELETE FROM ${table} WHERE owner_id IN (?, ?)`).bind(merchant.id, influencer.id),
      ),
      env.CLICKS_DB.prepare("INSERT INTO links_without_owner (link_number) VALUES (?), (999999999)").bind(linkNumber),
    ]);
    await Promise.all([settleOwners(systemContext()), settleOwners(systemContext())]);
    await record([click(linkNumber, NOON)]);
    await settleOwners(systemContext());
    for (const { id } of [merchant, influencer]) {
      expect(await ownerRows("owner_clicks_daily", id)).toEqual(
        await linkRows("click_stats_daily", "day", [programme], ", sum(visitors) AS visitors"),
      );
      expect(await entriesOf("owner_breakdowns", "owner_id", id, casablancaDay(NOON))).toContainEqual([
        "device",
        "android",
        2,
        1,
      ]);
    }
    const left = await env.CLICKS_DB.prepare("SELECT count(*) AS n FROM links_without_owner").first("n");
    expect(left).toBe(0);
  });

  it("survives parameters that are no object, and values longer than are kept", async () => {
    const { linkNumber } = await addProgramme();
    const long = "x".repeat(200);
    await record([
      click(linkNumber, NOON, { params: "[1]" }),
      click(linkNumber, NOON, { params: "{" }),
      click(linkNumber, NOON, { params: `{"utm_source":"${long}","sub1":7}` }),
    ]);
    const entries = await entriesOf("click_breakdowns", "link_number", linkNumber, casablancaDay(NOON));
    expect(entries.filter(([name]) => /utm|sub/.test(name))).toEqual([["utm_source", long.slice(0, 80), 1, 0]]);
  });
});
