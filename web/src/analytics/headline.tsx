import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { analyticsOverview } from "../data/analytics.ts";
import { analyticsTexts } from "../text/analytics/texts.ts";
import { Metrics } from "../ui/metrics.tsx";
import { type Choice, queryOf, type Side } from "./choice.ts";
import { metricOf } from "./metric-of.tsx";
import type { NumberName } from "./number-texts.ts";
import { isRunning } from "./period.ts";

const OF_INFLUENCER: readonly NumberName[] = [
  "clicks",
  "visitors",
  "orders",
  "conversionRateBps",
  "forecastMinor",
  "earnedMinor",
  "epcMinor",
  "deliveryRateBps",
];
const OF_MERCHANT: readonly NumberName[] = [
  "clicks",
  "orders",
  "conversionRateBps",
  "orderedMinor",
  "collectedMinor",
  "earnedMinor",
  "deliveryRateBps",
  "returnRateBps",
];

/** The period's numbers, each with its rule and how it stands against the period before. */
export function Headline(props: { side: Side; choice: Choice }) {
  const overview = createAsync(() => analyticsOverview(queryOf(props.choice)));
  const names = () => [
    ...(props.side === "merchant" ? OF_MERCHANT : OF_INFLUENCER),
    ...(props.choice.withBots ? (["bots", "scans"] as const) : []),
  ];
  return (
    <Show when={overview()}>
      {(known) => (
        <Metrics
          label={analyticsTexts().page.numbers}
          metrics={names().map((name) =>
            metricOf(
              props.side,
              name,
              () => known().numbers,
              () => known().previous,
              () => isRunning(props.choice.period),
            ),
          )}
        />
      )}
    </Show>
  );
}
