import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../schemas/problem.ts";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { getTimeseries } from "../../workers/modules/analytics/numbers/get-timeseries.ts";
import { addProgramme, call, type Programme } from "../support/world.ts";
import { asUser, click, placeAt, record, sell } from "./analytics-world.ts";

const HOUR = 3_600_000;
const hitsOf = (points: readonly { at: string; clicks: number }[]) =>
  points.filter(({ clicks }) => clicks > 0).map(({ at, clicks }) => [at, clicks]);
const series = (programme: Programme, query: object, nowMs = Date.UTC(2026, 10, 25, 12)) =>
  getTimeseries(asUser("merchant", programme.merchant, nowMs), { interval: "day", ...query });

describe("the time series", () => {
  it("has a point for every day, zeros included, and the period before day by day", async () => {
    const programme = await addProgramme();
    const { linkNumber } = programme;
    await record([
      click(linkNumber, Date.UTC(2026, 10, 25, 10)),
      click(linkNumber, Date.UTC(2026, 10, 23, 10), { class: "bot" }),
      click(linkNumber, Date.UTC(2026, 10, 20, 10)),
    ]);
    await placeAt(await sell(programme, ["delivered", "collected"]), Date.UTC(2026, 10, 24, 9));
    const { points, previous } = await series(programme, { from: "2026-11-22", to: "2026-11-25" });
    const empty = { clicks: 0, bots: 0, orders: 0, collected: 0, earnedMinor: 0 };
    expect(points).toEqual([
      { ...empty, at: "2026-11-22T00:00:00.000Z" },
      { ...empty, at: "2026-11-23T00:00:00.000Z", bots: 1 },
      { ...empty, at: "2026-11-24T00:00:00.000Z", orders: 1, collected: 1, earnedMinor: 6_750 },
      { ...empty, at: "2026-11-25T00:00:00.000Z", clicks: 1 },
    ]);
    expect(previous).toHaveLength(4);
    expect(hitsOf(previous)).toEqual([["2026-11-20T00:00:00.000Z", 1]]);
  });

  it("cuts days at Casablanca's midnight, an hour before Greenwich's until 20 September 2026 and with it since", async () => {
    const programme = await addProgramme();
    const { linkNumber } = programme;
    const before = [Date.UTC(2026, 8, 17, 22, 59), Date.UTC(2026, 8, 17, 23)];
    const across = [Date.UTC(2026, 8, 19, 22, 59), Date.UTC(2026, 8, 19, 23), Date.UTC(2026, 8, 20, 23, 59)];
    const since = [Date.UTC(2026, 8, 21), Date.UTC(2026, 8, 21, 23, 30), Date.UTC(2026, 8, 22)];
    for (const at of [...before, ...across, ...since]) {
      await record([click(linkNumber, at)]);
      await placeAt(await sell(programme), at);
    }
    const { points } = await series(programme, { from: "2026-09-16", to: "2026-09-22" });
    expect(points.map(({ at, clicks, orders }) => [at, clicks, orders])).toEqual([
      ["2026-09-15T23:00:00.000Z", 0, 0],
      ["2026-09-16T23:00:00.000Z", 1, 1],
      ["2026-09-17T23:00:00.000Z", 1, 1],
      ["2026-09-18T23:00:00.000Z", 1, 1],
      ["2026-09-19T23:00:00.000Z", 2, 2],
      ["2026-09-21T00:00:00.000Z", 2, 2],
      ["2026-09-22T00:00:00.000Z", 1, 1],
    ]);
  });

  it("begins weeks on Monday; the first and last hold only their days of the period", async () => {
    const programme = await addProgramme();
    const { linkNumber } = programme;
    const day = Date.UTC(2026, 10, 1, 12);
    await record(Array.from({ length: 30 }, (_, index) => click(linkNumber, day + index * DAY_MS)));
    const { points, previous } = await series(programme, { interval: "week", from: "2026-11-04", to: "2026-11-17" });
    expect(hitsOf(points)).toEqual([
      ["2026-11-02T00:00:00.000Z", 5],
      ["2026-11-09T00:00:00.000Z", 7],
      ["2026-11-16T00:00:00.000Z", 2],
    ]);
    expect(previous.map(({ clicks }) => clicks)).toEqual([0, 1, 2]);
  });

  it("knows hours from their own counters, orders among them, also on the day that had 25", async () => {
    const programme = await addProgramme();
    const { linkNumber, linkId } = programme;
    const hour = Date.UTC(2026, 8, 20, 0, 30);
    await record([
      click(linkNumber, hour),
      click(linkNumber, hour + 10),
      click(linkNumber, hour + HOUR, { class: "bot" }),
    ]);
    await placeAt(await sell(programme, ["delivered", "collected"]), hour + HOUR);
    for (const filter of [{}, { linkId }]) {
      const { points, previous } = await series(programme, {
        interval: "hour",
        from: "2026-09-20",
        to: "2026-09-20",
        ...filter,
      });
      expect([points.length, previous.length]).toEqual([25, 24]);
      expect(points[0]?.at).toBe("2026-09-19T23:00:00.000Z");
      expect(points[1]).toEqual({
        at: "2026-09-20T00:00:00.000Z",
        clicks: 2,
        bots: 0,
        orders: 0,
        collected: 0,
        earnedMinor: 0,
      });
      expect(points[2]).toEqual({
        at: "2026-09-20T01:00:00.000Z",
        clicks: 0,
        bots: 1,
        orders: 1,
        collected: 1,
        earnedMinor: 6_750,
      });
    }
  });

  it("sums to the same clicks and orders whatever its points, filtered by a link or not", async () => {
    const programme = await addProgramme();
    const { linkNumber, linkId } = programme;
    const at = (index: number) => Date.UTC(2026, 10, 25, 11) - index * 5 * HOUR;
    await record(
      Array.from({ length: 60 }, (_, index) => click(linkNumber, at(index), index % 4 === 0 ? { class: "bot" } : {})),
    );
    for (let index = 0; index < 6; index++) await placeAt(await sell(programme, ["delivered"]), at(index * 9));
    const sums = [];
    for (const interval of ["hour", "day", "week"] as const)
      for (const filter of [{}, { linkId }]) {
        const { points } = await series(programme, { interval, from: "2026-11-01", to: "2026-11-25", ...filter });
        const sum = (name: "clicks" | "bots" | "orders") => points.reduce((total, point) => total + point[name], 0);
        sums.push([sum("clicks"), sum("bots"), sum("orders")]);
      }
    expect(sums).toEqual(Array.from({ length: 6 }, () => [45, 15, 6]));
  });

  it("refuses more than 31 days of hours", async () => {
    const { merchant } = await addProgramme();
    const path = "/api/analytics/timeseries?interval=hour&from=2026-10-01&to=2026-11-01";
    const { status, body } = await call<Problem>("GET", path, { key: merchant.apiKey });
    expect([status, body.code]).toEqual([422, "request.invalid"]);
  });

  it("is read from counters: without one raw click it is the same", async () => {
    const programme = await addProgramme();
    await record([click(programme.linkNumber, Date.UTC(2026, 10, 25, 10))]);
    const before = await series(programme, {});
    await env.CLICKS_DB.prepare("DELETE FROM tracking_events WHERE link_number = ?").bind(programme.linkNumber).run();
    expect(await series(programme, {})).toEqual(before);
    expect(hitsOf(before.points)).toHaveLength(1);
  });
});
