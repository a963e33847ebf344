import type { AnalyticsNumbers, BreakdownAnswer, Funnel, Overview, Timeseries } from "../../../schemas/analytics.ts";

const numbers: AnalyticsNumbers = {
  clicks: 4210,
  bots: 380,
  visitors: 3320,
  scans: 41,
  orders: 96,
  confirmed: 88,
  shipped: 84,
  delivered: 61,
  collected: 58,
  returned: 12,
  cancelled: 6,
  orderedMinor: 4_320_000,
  collectedMinor: 2_610_000,
  forecastMinor: 180_000,
  earnedMinor: 391_500,
  conversionRateBps: 228,
  deliveryRateBps: 8356,
  returnRateBps: 1643,
  epcMinor: 92,
};

const period = { from: "2026-10-27", to: "2026-11-25" };

export const overviewExample: Overview = {
  ...period,
  numbers,
  previous: { ...numbers, clicks: 3900, orders: 81, conversionRateBps: 207 },
};

const point = { at: "2026-11-25T00:00:00.000Z", clicks: 173, bots: 12, orders: 4, collected: 3, earnedMinor: 20_250 };

export const timeseriesExample: Timeseries = {
  interval: "day",
  from: "2026-11-25",
  to: "2026-11-25",
  points: [point],
  previous: [{ ...point, at: "2026-11-24T00:00:00.000Z", clicks: 160 }],
};

export const breakdownExample: BreakdownAnswer = {
  by: "city",
  ...period,
  rows: [
    { key: "Casablanca", label: "Casablanca", numbers: { ...numbers, conversionRateBps: null, epcMinor: null } },
    { key: null, label: null, numbers: { ...numbers, clicks: 80, conversionRateBps: null, epcMinor: null } },
  ],
};

export const funnelExample: Funnel = {
  ...period,
  steps: [
    { step: "clicks", count: 4210, rateBps: null },
    { step: "orders", count: 96, rateBps: 228 },
    { step: "confirmed", count: 88, rateBps: 9166 },
    { step: "shipped", count: 84, rateBps: 9545 },
    { step: "delivered", count: 61, rateBps: 7261 },
    { step: "collected", count: 58, rateBps: 9508 },
  ],
  ended: { cancelled: 6, refused: 8, returned: 3, lost: 1 },
};

export const exportExample =
  "Jour;Clics;Robots et aperçus;Visiteurs (estimés);Scans;Commandes\r\n2026-11-25;173;12;151;3;4\r\n";
