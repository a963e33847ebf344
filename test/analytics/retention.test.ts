import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { casablancaDay, DAY_MS } from "../../workers/core/calendar.ts";
import { archiveOldClicks } from "../../workers/crons/archive-old-clicks.ts";
import { archiveClicks } from "../../workers/modules/analytics/retention/archive-clicks.ts";
import { forgetArchive } from "../../workers/modules/analytics/retention/forget-archive.ts";
import { listAllClicks } from "../../workers/modules/analytics/retention/list-all-clicks.ts";
import type { PlainClick } from "../support/click-messages.ts";
import { addProgramme, systemContext } from "../support/world.ts";
import { click, record } from "./analytics-world.ts";

// Each test has days of its own: the archive is everybody's.
let start = Date.UTC(2026, 0, 10, 12);
const ownDays = () => {
  start += 40 * DAY_MS;
  return start;
};
const at = (nowMs: number) => systemContext({ now: () => nowMs });

const keptOf = async (linkNumber: number) =>
  env.CLICKS_DB.prepare("SELECT count(*) AS n FROM tracking_events WHERE link_number = ?")
    .bind(linkNumber)
    .first<number>("n");
const filesOf = async (day: number) => {
  const folder = `clicks/${new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll("-", "/")}/`;
  return (await env.FILES.list({ prefix: folder })).objects;
};
const hitsOf = async (linkNumber: number) =>
  env.CLICKS_DB.prepare("SELECT sum(human + bot) AS n FROM click_stats_daily WHERE link_number = ?")
    .bind(linkNumber)
    .first<number>("n");

async function readBack(links: readonly number[], from: number, to: number) {
  const found: { link: number; at: number; nonce: number }[] = [];
  for await (const clicks of listAllClicks(systemContext(), links, { from, to })) found.push(...clicks);
  return found;
}

const keysOf = (clicks: readonly { link: number; at: number; nonce: number }[]) =>
  clicks.map((one) => `${one.link}:${one.at}:${one.nonce}`).sort();
const plainKeys = (clicks: readonly PlainClick[]) =>
  clicks.map((one) => `${one.linkNumber}:${one.clickedAt}:${one.nonce}`).sort();

describe("raw clicks", () => {
  it("go to the archive after 35 days, whole days only, and every one can be read back as it was", async () => {
    const noon = ownDays();
    const [{ linkNumber: a }, { linkNumber: b }] = [await addProgramme(), await addProgramme()];
    const old = [a, b].flatMap((link) => [
      click(link, noon, { params: '{"utm_source":"ig"}', city: "مراكش" }),
      click(link, noon + 60_000, { class: "bot", referrer: null }),
      click(link, noon + DAY_MS),
    ]);
    const young = [click(a, noon + 2 * DAY_MS), click(b, noon + 3 * DAY_MS)];
    await record([...old, ...young]);
    expect(await archiveClicks(at(noon + 37 * DAY_MS))).toBe(6);
    expect([await keptOf(a), await keptOf(b)]).toEqual([1, 1]);
    expect([await hitsOf(a), await hitsOf(b)]).toEqual([4, 4]);
    const day = casablancaDay(noon);
    expect(keysOf(await readBack([a, b], day, day + 3))).toEqual(plainKeys([...old, ...young]));
    const [first] = await readBack([a], day, day);
    expect(first).toMatchObject({ city: "مراكش", params: '{"utm_source":"ig"}', class: "human", reason: null });
    expect(await readBack([b], day + 1, day + 1)).toHaveLength(1);
    const [file] = await filesOf(day);
    expect(file?.size).toBeLessThan(4 * 2 ** 20);
  });

  it("are archived once: a second run changes nothing", async () => {
    const noon = ownDays();
    const { linkNumber } = await addProgramme();
    const clicks = Array.from({ length: 12 }, (_, index) => click(linkNumber, noon + index * 1000));
    await record(clicks);
    const ctx = at(noon + 60 * DAY_MS);
    await archiveClicks(ctx, 5);
    const before = await filesOf(casablancaDay(noon));
    expect(before).toHaveLength(3);
    expect(await archiveClicks(ctx, 5)).toBe(0);
    const after = await filesOf(casablancaDay(noon));
    expect(after.map(({ key, etag }) => [key, etag])).toEqual(before.map(({ key, etag }) => [key, etag]));
    expect(keysOf(await readBack([linkNumber], casablancaDay(noon), casablancaDay(noon)))).toEqual(plainKeys(clicks));
  });

  it("survive a run that is cut off after a file and before its clicks are deleted, also when more come late", async () => {
    const noon = ownDays();
    const { linkNumber } = await addProgramme();
    const clicks = Array.from({ length: 12 }, (_, index) => click(linkNumber, noon + index * 1000));
    await record(clicks);
    const ctx = at(noon + 60 * DAY_MS);
    let commits = 0;
    const cut = new Proxy(ctx.clicks, {
      get: (target, key) => {
        if (key !== "batch") return Reflect.get(target, key).bind(target);
        return (statements: D1PreparedStatement[]) => {
          commits++;
          if (commits === 2) throw new Error("the process ended");
          return target.batch(statements);
        };
      },
    });
    await expect(archiveClicks({ ...ctx, clicks: cut }, 5)).rejects.toThrow("the process ended");
    const day = casablancaDay(noon);
    expect(await filesOf(day)).toHaveLength(2);
    expect(keysOf(await readBack([linkNumber], day, day))).toEqual(plainKeys(clicks));
    const late = click(linkNumber, noon - 1000);
    await record([late]);
    await archiveClicks(ctx, 5);
    expect(await keptOf(linkNumber)).toBe(0);
    expect(keysOf(await readBack([linkNumber], day, day))).toEqual(plainKeys([...clicks, late]));
  });

  it("stay in the database when the file that was written cannot be read back", async () => {
    const noon = ownDays();
    const { linkNumber } = await addProgramme();
    await record([click(linkNumber, noon)]);
    const ctx = at(noon + 60 * DAY_MS);
    const files = new Proxy(ctx.files, {
      get: (target, key) => {
        if (key === "get") return () => Promise.resolve(null);
        return Reflect.get(target, key).bind(target);
      },
    });
    await expect(archiveClicks({ ...ctx, files })).rejects.toThrow("not what was written");
    expect(await keptOf(linkNumber)).toBe(1);
    expect(await archiveClicks(ctx)).toBe(1);
  });

  it("are forgotten after 13 months, with what a run left beside them; counters stay", async () => {
    const noon = ownDays();
    const { linkNumber } = await addProgramme();
    await record([click(linkNumber, noon)]);
    await archiveOldClicks(at(noon + 60 * DAY_MS));
    const day = casablancaDay(noon);
    const [file] = await filesOf(day);
    await env.FILES.put(`${file?.key}.left`, "x");
    await forgetArchive(at(noon + 395 * DAY_MS));
    expect(await filesOf(day)).toHaveLength(2);
    await archiveOldClicks(at(noon + 399 * DAY_MS));
    expect(await filesOf(day)).toHaveLength(0);
    expect(await readBack([linkNumber], day, day)).toEqual([]);
    expect(await hitsOf(linkNumber)).toBe(1);
  });
});
