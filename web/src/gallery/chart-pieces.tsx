import { createSignal, lazy, Suspense } from "solid-js";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { uiTexts } from "../text/ui/texts.ts";
import { BarLabel } from "../ui/bar-label.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Change } from "../ui/change.tsx";
import { Counting } from "../ui/counting.tsx";
import { Funnel } from "../ui/funnel.tsx";
import { Row, Stack } from "../ui/layout.tsx";
import { LiveMark } from "../ui/live-mark.tsx";
import { Metrics } from "../ui/metrics.tsx";
import { ShareBar } from "../ui/share-bar.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Spoken } from "../ui/spoken.tsx";
import { ToggleButtons } from "../ui/toggle-buttons.tsx";

const LineChart = lazy(async () => ({ default: (await import("../ui/line-chart.tsx")).LineChart }));

const FIRST = Date.UTC(2026, 9, 27) / 1_000;
const DAY_SECONDS = 86_400;
const DAYS = Array.from({ length: 30 }, (_, day) => day);
const counted = (count: number) => formatCount(count, locale());

/** Numbers that move, how they have changed, and pictures of them: with much, with one moment, with nothing. */
export function ChartPieces() {
  const [clicks, setClicks] = createSignal(1_284);
  const [view, setView] = createSignal("a");
  return (
    <Stack gap="loose">
      <Card title="Metrics, Counting, Change, LiveMark, Spoken">
        <Stack>
          <Row>
            <LiveMark live text="LiveMark" />
            <LiveMark live={false} text="LiveMark" />
            <Button size="small" variant="secondary" onClick={() => setClicks(clicks() + 17)}>
              +17
            </Button>
          </Row>
          <Metrics
            label="Metrics"
            metrics={[
              { name: "Counting", value: <Counting value={clicks()} format={counted} /> },
              { name: "Change", value: "12", note: <Change direction="up" good text="+50 %" /> },
              { name: "Change", value: "12", note: <Change direction="down" good={false} text="−50 %" /> },
              { name: "Change", value: "12", note: <Change direction="same" good text="=" /> },
            ]}
          />
          <Spoken text={counted(clicks())} />
        </Stack>
      </Card>
      <Card title="LineChart, ToggleButtons">
        <Stack>
          <ToggleButtons
            label="ToggleButtons"
            value={view()}
            onChange={setView}
            choices={[
              { value: "a", text: "30" },
              { value: "b", text: "1", key: "t" },
              { value: "c", text: "0" },
            ]}
          />
          <Suspense fallback={<Skeleton shapes={["block", "block"]} />}>
            <Chart days={{ a: DAYS, b: [0], c: [] }[view()] ?? DAYS} />
          </Suspense>
        </Stack>
      </Card>
      <Card title="Funnel, ShareBar, BarLabel">
        <Stack>
          <Funnel
            label="Funnel"
            steps={[
              { name: uiTexts().forecast, count: 3_852, text: counted(3_852), apart: true },
              { name: uiTexts().pending, count: 183, text: counted(183), rate: "4,8 %" },
              { name: uiTexts().paid, count: 87, text: counted(87), rate: "48 %" },
              { name: uiTexts().available, count: 0, text: counted(0) },
            ]}
          />
          <ShareBar part={3} of={4} tone="quiet" />
          <BarLabel part={1} of={2}>
            Une très longue story du Ramadan, avec un titre qui ne finit pas et qui continue encore
          </BarLabel>
        </Stack>
      </Card>
    </Stack>
  );
}

function Chart(props: { days: readonly number[] }) {
  const wave = (factor: number) => props.days.map((day) => Math.round(factor * (40 + 30 * Math.sin(day / 3))));
  return (
    <LineChart
      label="LineChart"
      moments={props.days.map((day) => FIRST + day * DAY_SECONDS)}
      lines={[
        { name: "main", look: "main", values: wave(1) },
        { name: "before", look: "before", values: wave(0.7) },
        { name: "apart", look: "apart", values: wave(0.2) },
      ]}
      formatValue={counted}
      formatMoment={(second) => String(new Date(second * 1_000).getUTCDate())}
      formatMomentFully={(second) => new Date(second * 1_000).toISOString().slice(0, 10)}
    />
  );
}
