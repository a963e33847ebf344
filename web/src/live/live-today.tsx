import { createAsync, revalidate } from "@solidjs/router";
import { Show } from "solid-js";
import type { Side } from "../analytics/choice.ts";
import { metricOf } from "../analytics/metric-of.tsx";
import { dayOf } from "../analytics/period.ts";
import { analyticsOverview } from "../data/analytics.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { Loaded } from "../shell/loaded.tsx";
import { analyticsTexts } from "../text/analytics/texts.ts";
import { fill } from "../text/fill.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Row } from "../ui/layout.tsx";
import { LiveMark } from "../ui/live-mark.tsx";
import { Metrics } from "../ui/metrics.tsx";
import { Spoken } from "../ui/spoken.tsx";
import type { LiveState } from "./live-socket.ts";

const texts = () => analyticsTexts().live;
const NAMES = ["clicks", "orders", "forecastMinor", "earnedMinor"] as const;

/** What today has brought so far, while it comes. */
export function LiveToday(props: { side: Side; state: LiveState }) {
  return (
    <Card
      title={texts().today}
      action={
        <Row>
          <LiveMark text={texts()[props.state]} live={props.state === "live"} />
          <Button variant="quiet" size="small" href={`/${props.side}/analytics`}>
            {texts().toAnalytics}
          </Button>
        </Row>
      }
    >
      <Loaded shapes={["block"]} again={() => void revalidate(analyticsOverview.key)}>
        <Numbers side={props.side} />
      </Loaded>
    </Card>
  );
}

function Numbers(props: { side: Side }) {
  // A page left open past midnight speaks of the new day.
  const overview = createAsync(() => {
    const today = dayOf(Date.now());
    return analyticsOverview({ from: today, to: today });
  });
  return (
    <Show when={overview()}>
      {(known) => (
        <>
          <Metrics
            label={texts().today}
            metrics={NAMES.map((name) => metricOf(props.side, name, () => known().numbers))}
          />
          <Spoken
            text={fill(texts().status, {
              clicks: formatCount(known().numbers.clicks, locale()),
              orders: formatCount(known().numbers.orders, locale()),
            })}
          />
        </>
      )}
    </Show>
  );
}
