import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { casablancaDay, DAY_MS, dayText } from "../../workers/core/calendar.ts";
import { exportAnalytics } from "../../workers/modules/analytics/exports/export-analytics.ts";
import { archiveClicks } from "../../workers/modules/analytics/retention/archive-clicks.ts";
import { addProgramme, systemContext, type TestUser } from "../support/world.ts";
import { asUser, click, record, sell } from "./analytics-world.ts";

const NOW = Date.now();
const day = (daysAgo: number) => dayText(casablancaDay(NOW) - daysAgo);

async function textOf(
  user: TestUser,
  query: object,
  locale: "fr" | "en" | "ar" = "fr",
  role: "merchant" | "influencer" = "merchant",
) {
  const { file } = await exportAnalytics({ ...asUser(role, user), locale }, { what: "days", ...query });
  return new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(await new Response(file).arrayBuffer());
}
const cellsOf = (text: string, delimiter = ";"): string[][] =>
  parse(text, { bom: true, delimiter, relax_column_count: false });

describe("the export", () => {
  it("has a line for each day, in the language and marks of the caller", async () => {
    const programme = await addProgramme();
    await record([click(programme.linkNumber, NOW), click(programme.linkNumber, NOW - DAY_MS, { class: "bot" })]);
    await sell(programme, ["delivered", "collected"], { amountMinor: 45_050 });
    const text = await textOf(programme.merchant, { from: day(2), to: day(0) });
    expect(text.startsWith("\ufeffJour;Clics;Robots et aperçus;")).toBe(true);
    const [head, ...lines] = cellsOf(text);
    expect(head).toHaveLength(16);
    expect(lines).toEqual([
      [day(2), ..."0 0 0 0 0 0 0 0 0 0 0 0,00 0,00 0,00 0,00".split(" ")],
      [day(1), ..."0 1 0 0 0 0 0 0 0 0 0 0,00 0,00 0,00 0,00".split(" ")],
      [day(0), ..."1 0 1 0 1 1 1 1 1 0 0 450,50 450,50 0,00 67,58".split(" ")],
    ]);
    const english = cellsOf(await textOf(programme.merchant, { from: day(0), to: day(0) }, "en"), ",");
    expect([english[0]?.[1], english[1]?.at(-1)]).toEqual(["Clicks", "67.58"]);
    expect(await textOf(programme.influencer, {}, "ar", "influencer")).toContain("\ufeffاليوم,النقرات,");
  });

  it("has a line for each link with its names and numbers", async () => {
    const programme = await addProgramme();
    await record([click(programme.linkNumber, NOW)]);
    const [, line] = cellsOf(await textOf(programme.influencer, { what: "links" }, "fr", "influencer"));
    expect(line?.slice(0, 7)).toEqual([programme.slug, "", "Djellaba", "Test influencer", "Test merchant", "1", "0"]);
  });

  it("has every raw click of the period, from the database and from the archive, and nobody's but one's own", async () => {
    const [mine, theirs] = [await addProgramme(), await addProgramme()];
    const old = NOW - 50 * DAY_MS;
    const clicks = [old, old + 1000, NOW - 25 * DAY_MS].flatMap((at) => [
      click(mine.linkNumber, at, { params: '{"utm_source":"ig","sub2":"a;b"}', visitor: 123_456_789_012 }),
      click(theirs.linkNumber, at),
    ]);
    await record([...clicks, click(mine.linkNumber, NOW)]);
    await archiveClicks(systemContext(), 3);
    const text = await textOf(mine.merchant, { what: "clicks", from: day(50), to: day(20) });
    const [head, ...lines] = cellsOf(text);
    expect(head?.slice(0, 3)).toEqual(["Heure (Casablanca)", "Lien", "Visite"]);
    expect(lines).toHaveLength(3);
    for (const line of lines)
      expect([line[1], line[2], line[9], line[13]]).toEqual([mine.slug, "personne", "ig", "a;b"]);
    expect(text).not.toContain("123456789012");
    expect(
      cellsOf(await textOf(mine.influencer, { what: "clicks", from: day(50), to: day(20) }, "fr", "influencer")),
    ).toEqual([head, ...lines]);
  });

  it("refuses more than 31 days of raw clicks before anything is sent", async () => {
    const { merchant } = await addProgramme();
    await expect(textOf(merchant, { what: "clicks", from: day(31), to: day(0) })).rejects.toThrow("request.invalid");
    expect(cellsOf(await textOf(merchant, { what: "clicks", from: day(30), to: day(0) }))).toHaveLength(1);
  });

  it("never lets a visitor write a formula, a line or a cell of its own", async () => {
    const { linkNumber, merchant, slug } = await addProgramme();
    const wicked = fc.oneof(
      fc.constantFrom("=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2", "'=1", '"', "\r\n=2", ";", "\t=1", "\u2028"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    );
    const values = fc.sample(fc.record({ source: wicked, referrer: wicked, sub1: wicked }), 60);
    const made = values.map(({ source, referrer, sub1 }, index) =>
      click(linkNumber, NOW - 60_000 + index, { source, referrer, params: JSON.stringify({ sub1 }) }),
    );
    await record(made);
    const [, ...lines] = cellsOf(await textOf(merchant, { what: "clicks", from: day(1), to: day(0) }));
    expect(lines).toHaveLength(60);
    for (const line of lines) {
      expect([line[1], line.length]).toEqual([slug, 17]);
      for (const cell of line) expect(cell).not.toMatch(/^[=+\-@]/);
    }
    expect(lines.map((line) => line[12]?.replace(/^'(?=['\s]*[=+\-@])/, ""))).toEqual(values.map(({ sub1 }) => sub1));
  });
});
