import * as z from "zod";
import {
  breakdown,
  breakdownQuery,
  exportQuery,
  funnel,
  funnelQuery,
  overview,
  overviewQuery,
  timeseries,
  timeseriesQuery,
} from "../../../schemas/analytics.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { session } from "../../http/session.ts";
import { query } from "../../http/validate.ts";
import { getBreakdown } from "./breakdowns/get-breakdown.ts";
import { breakdownExample, exportExample, funnelExample, overviewExample, timeseriesExample } from "./examples.ts";
import { exportAnalytics } from "./exports/export-analytics.ts";
import { getFunnel, getOverview } from "./numbers/get-overview.ts";
import { getTimeseries } from "./numbers/get-timeseries.ts";

const tag = "Analytics";
const roles = ["influencer", "merchant"] as const;
const problems = ["link.not_found"] as const;

export const analyticsRoutes = newApp()
  .get(
    "/overview",
    documented({
      operation: "getOverview",
      tag,
      summary: "Read the numbers of a period and of the one before",
      description:
        "Orders count on the day they were placed, with what has become of them since. Only orders that a link or its code brought are here.",
      roles,
      answers: { 200: answer(overview, overviewExample) },
      problems,
    }),
    session("analytics:read"),
    query(overviewQuery),
    async (c) => c.json(await getOverview(c.get("ctx"), c.req.valid("query"))),
  )
  .get(
    "/timeseries",
    documented({
      operation: "getTimeseries",
      tag,
      summary: "Read clicks and orders hour by hour, day by day or week by week",
      description: "Days of Casablanca's calendar, weeks from Monday. Points without anything are there with zeros.",
      roles,
      answers: { 200: answer(timeseries, timeseriesExample) },
      problems,
    }),
    session("analytics:read"),
    query(timeseriesQuery),
    async (c) => c.json(await getTimeseries(c.get("ctx"), c.req.valid("query"))),
  )
  .get(
    "/breakdown",
    documented({
      operation: "getBreakdown",
      tag,
      summary: "Read the numbers by link, product, partner, place, device, app, referrer, parameter or courier",
      description:
        "`country`, `device`, `source`, `referrer` and `utm` know clicks, `courier` knows orders, `city` both: visitors where they were, orders where they go. Visitors and scans are known by link, product and partner. `utm` has a row for each `name=value` of utm_source, utm_medium, utm_campaign and sub1 to sub5. The key `*` is everything too rare to be kept apart, and null is not known.",
      roles,
      answers: { 200: answer(breakdown, breakdownExample) },
      problems,
    }),
    session("analytics:read"),
    query(breakdownQuery),
    async (c) => c.json(await getBreakdown(c.get("ctx"), c.req.valid("query"))),
  )
  .get(
    "/funnel",
    documented({
      operation: "getFunnel",
      tag,
      summary: "Read how far clicks and orders came",
      description: "`collected` are parcels that were delivered and are paid.",
      roles,
      answers: { 200: answer(funnel, funnelExample) },
      problems,
    }),
    session("analytics:read"),
    query(funnelQuery),
    async (c) => c.json(await getFunnel(c.get("ctx"), c.req.valid("query"))),
  )
  .get(
    "/export",
    documented({
      operation: "exportAnalytics",
      tag,
      summary: "Export days, links or raw clicks as a CSV",
      description:
        "In the caller's language. Raw clicks, of 31 days at most, come from the archive too once they have gone there; neither visitors nor addresses are among them.",
      roles,
      answers: { 200: { schema: z.string(), example: exportExample, media: "text/csv" } },
      problems,
    }),
    session("analytics:read"),
    query(exportQuery),
    async (c) => {
      const { file, name } = await exportAnalytics(c.get("ctx"), c.req.valid("query"));
      return c.body(file, 200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}"`,
      });
    },
  );
