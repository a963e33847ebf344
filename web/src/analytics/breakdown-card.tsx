import { createAsync, revalidate, useNavigate } from "@solidjs/router";
import ListFilter from "lucide-solid/icons/list-filter";
import SearchX from "lucide-solid/icons/search-x";
import { Show } from "solid-js";
import type { AnalyticsNumbers, Breakdown, BreakdownAnswer } from "../../../schemas/analytics.ts";
import { analyticsBreakdown } from "../data/analytics.ts";
import { Loaded } from "../shell/loaded.tsx";
import { analyticsTexts } from "../text/analytics/texts.ts";
import { fill } from "../text/fill.ts";
import { Amount } from "../ui/amount.tsx";
import { BarLabel } from "../ui/bar-label.tsx";
import { Card } from "../ui/card.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Figure } from "../ui/figure.tsx";
import { FilterSelect } from "../ui/filter-select.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Gutter, Small } from "../ui/layout.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressOf, breakdownsOf, type Choice, PARTS, queryOf, type Side } from "./choice.ts";
import { labelOf } from "./label-of.ts";
import { nameOf } from "./metric-of.tsx";
import { numberText } from "./number-texts.ts";

const texts = () => analyticsTexts().breakdown;
const ROWS_MAX = 20;
const BY_ORDERS: readonly Breakdown[] = ["city", "courier"];

type Row = BreakdownAnswer["rows"][number];

/** The period's numbers by one of their sides: which link, which city, which courier. */
export function BreakdownCard(props: { side: Side; choice: Choice }) {
  const navigate = useNavigate();
  return (
    <Card flush title={texts().title}>
      <Toolbar>
        <FilterSelect
          name="by"
          label={texts().by}
          value={props.choice.by}
          options={breakdownsOf(props.side).map((value) => ({ value, text: texts()[value] }))}
          onChange={(by) =>
            navigate(addressOf(props.side, props.choice, { by: by === "link" ? undefined : by }), {
              replace: true,
              scroll: false,
            })
          }
        />
      </Toolbar>
      <Loaded flush shapes={["line", "line", "line"]} again={() => void revalidate(analyticsBreakdown.key)}>
        <Rows side={props.side} choice={props.choice} />
      </Loaded>
    </Card>
  );
}

function Rows(props: { side: Side; choice: Choice }) {
  const answer = createAsync(() =>
    analyticsBreakdown({ ...queryOf(props.choice), by: props.choice.by, limit: String(ROWS_MAX) }),
  );
  return (
    <Show when={answer()}>
      {(known) => (
        <>
          <DataTable
            caption={fill(analyticsTexts().page.only, { what: texts().title, name: texts()[known().by] })}
            rows={known().rows}
            columns={columnsOf(props.side, props.choice, known())}
            empty={<EmptyState icon={<SearchX />} title={texts().none} text={texts().noneText} />}
          />
          <Show when={known().rows.length === ROWS_MAX}>
            <Gutter>
              <Small>{fill(texts().more, { count: ROWS_MAX })}</Small>
            </Gutter>
          </Show>
        </>
      )}
    </Show>
  );
}

// A column stands where any row has something in it: couriers have no clicks, devices no orders.
function columnsOf(side: Side, choice: Choice, { by, rows }: BreakdownAnswer): readonly Column<Row>[] {
  const has = (name: keyof AnalyticsNumbers) => rows.some(({ numbers }) => (numbers[name] ?? 0) > 0);
  const ofClicks = has("clicks") || !has("orders");
  // The bars are of what the rows are sorted by.
  const main = has("orders") && BY_ORDERS.includes(by) ? "orders" : ofClicks ? "clicks" : "orders";
  const most = Math.max(1, ...rows.map(({ numbers }) => numbers[main]));
  const part = PARTS.find((known) => known === by && known !== side);
  const figure = (name: "clicks" | "orders" | "bots" | "deliveryRateBps" | "returnRateBps"): Column<Row> => ({
    head: nameOf(side, name),
    number: true,
    has: ({ numbers }) => numbers[name] !== null,
    cell: ({ numbers }) => (
      <Show when={numbers[name] !== null}>{<Figure>{numberText(name, numbers[name])}</Figure>}</Show>
    ),
  });
  return [
    {
      head: texts()[by],
      lead: true,
      cell: (row) => (
        <BarLabel part={row.numbers[main]} of={most}>
          {labelOf(by, row)}
        </BarLabel>
      ),
    },
    ...(ofClicks ? [figure("clicks")] : []),
    ...(ofClicks && choice.withBots ? [figure("bots")] : []),
    ...(has("orders")
      ? [
          figure("orders"),
          figure("deliveryRateBps"),
          figure("returnRateBps"),
          {
            head: nameOf(side, "earnedMinor"),
            number: true,
            cell: ({ numbers }: Row) => <Amount minor={numbers.earnedMinor} quiet={numbers.earnedMinor === 0} />,
          },
        ]
      : []),
    ...(part === undefined ? [] : [narrowing(side, choice, part)]),
  ];
}

function narrowing(side: Side, choice: Choice, part: (typeof PARTS)[number]): Column<Row> {
  return {
    head: "",
    action: true,
    has: ({ key }) => isOne(key),
    cell: (row) => (
      <Show when={isOne(row.key) && choice.parts[part] !== row.key && row.key}>
        {(key) => <NarrowTo href={addressOf(side, choice, { [part]: key() })} name={labelOf(part, row)} />}
      </Show>
    ),
  };
}

const isOne = (key: string | null) => key !== null && key !== "*";

function NarrowTo(props: { href: string; name: string }) {
  const navigate = useNavigate();
  return (
    <IconButton label={fill(texts().onlyThis, { name: props.name })} onClick={() => navigate(props.href)}>
      <ListFilter />
    </IconButton>
  );
}
