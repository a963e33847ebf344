import { createSignal, For, Show } from "solid-js";
import { ORDER_STATUSES, type OrderStatus } from "../../../schemas/conversions.ts";
import { formatDay } from "../dates.ts";
import { locale } from "../locale.tsx";
import { ExampleCommission } from "../public/example-commission.tsx";
import { PlanCards } from "../public/plan-cards.tsx";
import { appTexts } from "../text/app/texts.ts";
import { publicTexts } from "../text/public/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DateText } from "../ui/date-text.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { Columns, Row, Stack } from "../ui/layout.tsx";
import { MoneyBar } from "../ui/money-bar.tsx";
import { Stat } from "../ui/stat.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";

const AT = "2026-11-25T14:05:00Z";
const NOTHING = { forecast: 0, pending: 0, available: 0, inTransit: 0, paid: 0 };
const FULL = { forecast: 84_375, pending: 123_450, available: 267_000, inTransit: 50_000, paid: 184_502_599 };

/** Amounts, dates, the money bar, and tables with none, one and five hundred rows. */
export function MoneyPieces() {
  return (
    <Stack gap="loose">
      <Card title="Amount, DateText, Code">
        <Row gap="loose">
          <Amount minor={123_450} size="small" />
          <Amount minor={123_450} />
          <Amount minor={123_450} size="large" />
          <Amount minor={184_502_599} size="huge" />
          <Amount minor={-10_000} loss />
          <Amount minor={0} quiet />
          <DateText at={AT} />
          <DateText at={AT} time />
          <Code>MA64 0117 8000 0012 3456</Code>
        </Row>
      </Card>
      <Card title="MoneyBar">
        <Stack gap="section">
          <MoneyBar amounts={FULL} stage="available" note={() => formatDay(AT, locale())} />
          <MoneyBar amounts={NOTHING} />
        </Stack>
      </Card>
      <Columns count={3}>
        <Stat name={appTexts().due} value={<Amount minor={1_284_550} size="huge" />} text={appTexts().dueWhy} />
        <Stat name={appTexts().forecast} value={<Amount minor={643_000} size="huge" />} text={appTexts().forecastWhy} />
        <Stat name={appTexts().settled} value={<Amount minor={0} size="huge" quiet />} text={appTexts().settledWhy} />
      </Columns>
      <ExampleCommission />
      <PlanCards heading="h3" />
      <Card title="FactList">
        <FactList
          facts={[
            { name: publicTexts().order, value: <Code>YC-1042</Code> },
            { name: publicTexts().commission, value: <Amount minor={6750} /> },
          ]}
        />
      </Card>
      <TableSizes />
    </Stack>
  );
}

interface SampleOrder {
  readonly id: string;
  readonly status: OrderStatus;
  readonly amountMinor: number;
}

const sampleOrders = (count: number): readonly SampleOrder[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index === 0 ? "commande-de-la-boutique-avec-un-numero-tres-tres-long-1042" : `YC-${1042 + index}`,
    status: ORDER_STATUSES[index % ORDER_STATUSES.length] ?? "placed",
    amountMinor: 4500 + ((index * 7919) % 250_000),
  }));

function TableSizes() {
  const [count, setCount] = createSignal(6);
  return (
    <Card
      title="DataTable"
      flush
      action={
        <Row>
          <For each={[0, 1, 6, 500]}>
            {(size) => (
              <Button size="small" variant={size === count() ? "primary" : "secondary"} onClick={() => setCount(size)}>
                <bdi>{size}</bdi>
              </Button>
            )}
          </For>
        </Row>
      }
    >
      <DataTable
        caption={appTexts().latestOrders}
        rows={sampleOrders(count())}
        columns={[
          { head: appTexts().order, lead: true, cell: (row) => <Code>{row.id}</Code> },
          { head: appTexts().state, cell: (row) => <StatusBadge status={row.status} /> },
          { head: appTexts().date, cell: () => <DateText at={AT} /> },
          { head: appTexts().amount, number: true, lead: true, cell: (row) => <Amount minor={row.amountMinor} /> },
        ]}
        empty={<Show when={count() === 0}>{appTexts().noOrders}</Show>}
      />
    </Card>
  );
}
