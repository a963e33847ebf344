import { query } from "@solidjs/router";
import type {
  Breakdown,
  BreakdownAnswer,
  ExportQuery,
  Funnel,
  Interval,
  Overview,
  Timeseries,
} from "../../../schemas/analytics.ts";
import { analyticsClient } from "../client.ts";

/** Days of Casablanca, both included, and the part they are narrowed to. */
export interface AnalyticsPeriod {
  readonly from: string;
  readonly to: string;
  readonly linkId?: string;
  readonly productId?: string;
  readonly influencerId?: string;
  readonly merchantId?: string;
}

export const analyticsOverview = query(async (period: AnalyticsPeriod): Promise<Overview> => {
  const answer = await analyticsClient.overview.$get({ query: { ...period } });
  return answer.json();
}, "analytics.overview");

export const analyticsTimeseries = query(
  async (asked: AnalyticsPeriod & { interval: Interval }): Promise<Timeseries> => {
    const answer = await analyticsClient.timeseries.$get({ query: { ...asked } });
    return answer.json();
  },
  "analytics.timeseries",
);

export const analyticsBreakdown = query(
  async (asked: AnalyticsPeriod & { by: Breakdown; limit: string }): Promise<BreakdownAnswer> => {
    const answer = await analyticsClient.breakdown.$get({ query: { ...asked } });
    return answer.json();
  },
  "analytics.breakdown",
);

export const analyticsFunnel = query(async (period: AnalyticsPeriod): Promise<Funnel> => {
  const answer = await analyticsClient.funnel.$get({ query: { ...period } });
  return answer.json();
}, "analytics.funnel");

/** The period as a CSV file. */
export async function analyticsFile(asked: AnalyticsPeriod & { what: ExportQuery["what"] }): Promise<Blob> {
  const answer = await analyticsClient.export.$get({ query: { ...asked } });
  return answer.blob();
}
