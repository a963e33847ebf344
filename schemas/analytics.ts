import * as z from "zod";

export const BREAKDOWNS = [
  "link",
  "product",
  "influencer",
  "merchant",
  "country",
  "city",
  "device",
  "source",
  "referrer",
  "utm",
  "courier",
] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];
export const INTERVALS = ["hour", "day", "week"] as const;
export type Interval = (typeof INTERVALS)[number];

const day = z.iso.date();
/** Days of the Casablanca calendar, both included; the last 30 unless told, at most 400. */
const period = {
  from: day.optional(),
  to: day.optional(),
  linkId: z.string().max(64).optional(),
  productId: z.string().max(64).optional(),
  influencerId: z.string().max(64).optional().describe("Merchants: one influencer's part"),
  merchantId: z.string().max(64).optional().describe("Influencers: one merchant's part"),
};

/**
 * Numbers of a period. Rates in basis points of what could have happened; null where nothing could. Money in centimes of MAD.
 * Confirmed, shipped and delivered say how far parcels ever came.
 */
export const analyticsNumbers = z.object({
  clicks: z.int(),
  /** Hits that do not count: crawlers, previews, prefetches. */
  bots: z.int(),
  /** An estimate, and called so. */
  visitors: z.int(),
  scans: z.int(),
  orders: z.int(),
  confirmed: z.int(),
  shipped: z.int(),
  delivered: z.int(),
  collected: z.int(),
  /** Refused, returned or lost after they were on their way. */
  returned: z.int(),
  cancelled: z.int(),
  /** Value of the orders placed, and of those collected. */
  orderedMinor: z.int(),
  collectedMinor: z.int(),
  /** Commissions of the orders placed in the period: those that may still be earned, and those that are. */
  forecastMinor: z.int(),
  earnedMinor: z.int(),
  conversionRateBps: z.int().nullable(),
  /** Parcels that arrived, and those that came back, of those whose way has ended; 45 days without an end are one. */
  deliveryRateBps: z.int().nullable(),
  returnRateBps: z.int().nullable(),
  /** Earned per click, in centimes. */
  epcMinor: z.int().nullable(),
});
export type AnalyticsNumbers = z.infer<typeof analyticsNumbers>;

export const overviewQuery = z.object(period).meta({ id: "AnalyticsOverviewQuery" });
export type OverviewQuery = z.infer<typeof overviewQuery>;
export const overview = z
  .object({ from: z.string(), to: z.string(), numbers: analyticsNumbers, previous: analyticsNumbers })
  .meta({ id: "AnalyticsOverview" });
export type Overview = z.infer<typeof overview>;

export const timeseriesQuery = z
  .object({ ...period, interval: z.enum(INTERVALS).default("day") })
  .meta({ id: "AnalyticsTimeseriesQuery" });
export type TimeseriesQuery = z.infer<typeof timeseriesQuery>;
const point = z.object({
  /** Start of the hour, day or week (Monday), as an instant. */
  at: z.string(),
  clicks: z.int(),
  bots: z.int(),
  orders: z.int(),
  collected: z.int(),
  earnedMinor: z.int(),
});
export const timeseries = z
  .object({
    interval: z.enum(INTERVALS),
    from: z.string(),
    to: z.string(),
    points: z.array(point),
    /** The period before, point by point. */
    previous: z.array(point),
  })
  .meta({ id: "AnalyticsTimeseries" });
export type Timeseries = z.infer<typeof timeseries>;

export const breakdownQuery = z
  .object({ ...period, by: z.enum(BREAKDOWNS), limit: z.coerce.number().int().min(1).max(100).default(20) })
  .meta({ id: "AnalyticsBreakdownQuery" });
export type BreakdownQuery = z.infer<typeof breakdownQuery>;
export const breakdown = z
  .object({
    by: z.enum(BREAKDOWNS),
    from: z.string(),
    to: z.string(),
    /** Largest first. `key` is an id or the value itself; null is "not known", `*` all that is too rare to stand alone. */
    rows: z.array(z.object({ key: z.string().nullable(), label: z.string().nullable(), numbers: analyticsNumbers })),
  })
  .meta({ id: "AnalyticsBreakdown" });
export type BreakdownAnswer = z.infer<typeof breakdown>;

export const funnelQuery = z.object(period).meta({ id: "AnalyticsFunnelQuery" });
export const funnel = z
  .object({
    from: z.string(),
    to: z.string(),
    steps: z.array(
      z.object({
        step: z.enum(["clicks", "orders", "confirmed", "shipped", "delivered", "collected"]),
        count: z.int(),
        /** Share of the step before. */
        rateBps: z.int().nullable(),
      }),
    ),
    ended: z.object({ cancelled: z.int(), refused: z.int(), returned: z.int(), lost: z.int() }),
  })
  .meta({ id: "AnalyticsFunnel" });
export type Funnel = z.infer<typeof funnel>;

/** `clicks` are raw rows of at most 31 days, also those already moved to the archive. */
export const exportQuery = z
  .object({ ...period, what: z.enum(["days", "links", "clicks"]).default("days") })
  .meta({ id: "AnalyticsExportQuery" });
export type ExportQuery = z.infer<typeof exportQuery>;
