import { createAsync, revalidate, useNavigate } from "@solidjs/router";
import { createSignal, lazy, onCleanup, onMount, Show, Suspense } from "solid-js";
import type { Interval, Timeseries } from "../../../schemas/analytics.ts";
import { analyticsTimeseries } from "../data/analytics.ts";
import { formatDate, formatDateTime, formatDay } from "../dates.ts";
import { isTyping } from "../is-typing.ts";
import { locale } from "../locale.tsx";
import { formatWholeMad } from "../money.ts";
import { Loaded } from "../shell/loaded.tsx";
import { analyticsTexts } from "../text/analytics/texts.ts";
import { fill } from "../text/fill.ts";
import { Card } from "../ui/card.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Figure } from "../ui/figure.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { Gutter, Row } from "../ui/layout.tsx";
import type { ChartLine } from "../ui/line-chart.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { ToggleButtons } from "../ui/toggle-buttons.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressOf, type Choice, queryOf, SHOWN, type Side } from "./choice.ts";
import { nameOf } from "./metric-of.tsx";
import { numberText } from "./number-texts.ts";
import { intervalsOf } from "./period.ts";
import { periodText } from "./period-picker.tsx";

// The chart's library comes when there is something to draw.
const LineChart = lazy(async () => ({ default: (await import("../ui/line-chart.tsx")).LineChart }));

const texts = () => analyticsTexts().chart;
const TABLE_KEY = "t";

type Point = Timeseries["points"][number];

/** One number over time against the period before, as a picture or, one key away, as a table of the same. */
export function TimeCard(props: { side: Side; choice: Choice }) {
  const [view, setView] = createSignal("chart");
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === TABLE_KEY) setView(view() === "chart" ? "table" : "chart");
  };
  onMount(() => addEventListener("keydown", press));
  onCleanup(() => removeEventListener("keydown", press));
  return (
    <Card
      flush
      title={texts().title}
      action={
        <ToggleButtons
          label={texts().title}
          value={view()}
          onChange={setView}
          choices={[
            { value: "chart", text: texts().asChart },
            { value: "table", text: texts().asTable, key: TABLE_KEY },
          ]}
        />
      }
    >
      <Choices side={props.side} choice={props.choice} />
      <Loaded flush shapes={["block", "block"]} again={() => void revalidate(analyticsTimeseries.key)}>
        <Series side={props.side} choice={props.choice} isTable={view() === "table"} />
      </Loaded>
    </Card>
  );
}

function Choices(props: { side: Side; choice: Choice }) {
  const navigate = useNavigate();
  const steps = () => ({ hour: texts().hour, day: texts().day, week: texts().week });
  const go = (change: Readonly<Record<string, string | undefined>>) =>
    navigate(addressOf(props.side, props.choice, change), { replace: true, scroll: false });
  return (
    <Toolbar>
      <FilterLinks
        label={texts().show}
        links={SHOWN.map((name) => ({
          href: addressOf(props.side, props.choice, { show: name === "clicks" ? undefined : name }),
          text: nameOf(props.side, name),
          current: props.choice.shown === name,
        }))}
      />
      <Row>
        <Show when={intervalsOf(props.choice.period).length > 1}>
          <ToggleButtons
            label={texts().step}
            value={props.choice.step}
            onChange={(step) => go({ step })}
            choices={intervalsOf(props.choice.period).map((value) => ({ value, text: steps()[value] }))}
          />
        </Show>
        <Show when={props.choice.shown === "clicks"}>
          <ToggleButtons
            label={texts().bots}
            value={props.choice.withBots ? "1" : ""}
            onChange={() => go({ bots: props.choice.withBots ? undefined : "1" })}
            choices={[{ value: "1", text: texts().withBots }]}
          />
        </Show>
      </Row>
    </Toolbar>
  );
}

function Series(props: { side: Side; choice: Choice; isTable: boolean }) {
  const series = createAsync(() => analyticsTimeseries({ ...queryOf(props.choice), interval: props.choice.step }));
  const shown = () => props.choice.shown;
  const withBots = () => shown() === "clicks" && props.choice.withBots;
  const lines = (known: Timeseries): ChartLine[] => [
    { name: texts().now, look: "main", values: known.points.map((point) => (hasBegun(point) ? point[shown()] : null)) },
    {
      name: texts().before,
      look: "before",
      values: known.points.map((_, at) => known.previous[at]?.[shown()] ?? null),
    },
    ...(withBots()
      ? [
          {
            name: texts().bots,
            look: "apart",
            values: known.points.map((point) => (hasBegun(point) ? point.bots : null)),
          } as const,
        ]
      : []),
  ];
  const isMoney = () => shown() === "earnedMinor";
  return (
    <Show when={series()}>
      {(known) => (
        <Show when={!props.isTable} fallback={<Table {...props} known={known()} withBots={withBots()} />}>
          <Gutter>
            <Suspense fallback={<Skeleton shapes={["block", "block"]} />}>
              <LineChart
                label={labelOf(props.side, props.choice, known())}
                moments={known().points.map(({ at }) => Date.parse(at) / 1_000)}
                lines={lines(known())}
                formatValue={(value) => (isMoney() ? formatWholeMad(value, locale()) : numberText("clicks", value))}
                formatMoment={(second) => momentText(second, props.choice.step)}
                formatMomentFully={(second) => fullMomentText(second, props.choice.step)}
              />
            </Suspense>
          </Gutter>
        </Show>
      )}
    </Show>
  );
}

function Table(props: { side: Side; choice: Choice; known: Timeseries; withBots: boolean }) {
  const name = () => props.choice.shown;
  const before = (row: Point) => props.known.previous[props.known.points.indexOf(row)]?.[name()] ?? null;
  const columns = (): readonly Column<Point>[] => [
    {
      head: texts().moment,
      lead: true,
      cell: (row) => <Figure>{fullMomentText(Date.parse(row.at) / 1_000, props.choice.step)}</Figure>,
    },
    {
      head: nameOf(props.side, name()),
      number: true,
      lead: true,
      cell: (row) => <Figure>{numberText(name(), row[name()])}</Figure>,
    },
    { head: texts().before, number: true, cell: (row) => <Figure>{numberText(name(), before(row))}</Figure> },
    ...(props.withBots
      ? [{ head: texts().bots, number: true, cell: (row: Point) => <Figure>{numberText("bots", row.bots)}</Figure> }]
      : []),
  ];
  return <DataTable caption={texts().title} rows={props.known.points.filter(hasBegun)} columns={columns()} />;
}

function labelOf(side: Side, { shown, step, period }: Choice, known: Timeseries): string {
  const steps = { hour: texts().stepHour, day: texts().stepDay, week: texts().stepWeek };
  const sum = (points: readonly Point[]) =>
    numberText(
      shown,
      points.reduce((total, point) => total + point[shown], 0),
    );
  return fill(texts().label, {
    what: nameOf(side, shown),
    step: steps[step],
    period: periodText(period),
    total: sum(known.points),
    before: sum(known.previous),
  });
}

// The rest of a day that has just begun is not known yet: no line falls to zero there.
const hasBegun = ({ at }: Point) => Date.parse(at) <= Date.now();
const instantOf = (second: number) => new Date(second * 1_000).toISOString();

function momentText(second: number, step: Interval): string {
  const instant = instantOf(second);
  const time = formatDateTime(instant, locale()).slice(-5);
  return step === "hour" && time !== "00:00" ? time : formatDay(instant, locale());
}

function fullMomentText(second: number, step: Interval): string {
  const instant = instantOf(second);
  if (step === "hour") return formatDateTime(instant, locale());
  const day = formatDate(instant, locale());
  return step === "week" ? fill(texts().weekOf, { day }) : day;
}
