import { createAsync, revalidate } from "@solidjs/router";
import PackageOpen from "lucide-solid/icons/package-open";
import { Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { analyticsOverview } from "../data/analytics.ts";
import { merchantBalance } from "../data/payments.ts";
import { latestOrders } from "../data/tracking.ts";
import { formatForeign } from "../foreign-money.ts";
import { Today } from "../live/today.tsx";
import { useLive } from "../live/use-live.ts";
import { locale } from "../locale.tsx";
import { useSession } from "../session.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { appTexts } from "../text/app/texts.ts";
import { fill } from "../text/fill.ts";
import { Amount } from "../ui/amount.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Columns, TextLink } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Stat } from "../ui/stat.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";

// What is read anew when something has happened.
const BY_CLICKS = [analyticsOverview.key];
const BY_ANYTHING = [...BY_CLICKS, latestOrders.key, merchantBalance.key];

export function MerchantOverviewPage() {
  const session = useSession();
  const state = useLive((kinds) => void revalidate(kinds.size === 1 && kinds.has("clicks") ? BY_CLICKS : BY_ANYTHING));
  return (
    <>
      <PageHeader
        title={fill(appTexts().welcome, { name: session.user()?.displayName ?? "" })}
        lead={appTexts().merchantLead}
      />
      <Today side="merchant" state={state()} />
      <Loaded shapes={["block"]} again={() => void revalidate(merchantBalance.key)}>
        <Balance />
      </Loaded>
      <Card
        title={appTexts().latestOrders}
        action={<TextLink href="/merchant/orders">{appTexts().allOrders}</TextLink>}
        flush
      >
        <Loaded flush shapes={["line", "line", "line"]} again={() => void revalidate(latestOrders.key)}>
          <Orders />
        </Loaded>
      </Card>
    </>
  );
}

function Balance() {
  const balance = createAsync(() => merchantBalance());
  return (
    <Show when={balance()}>
      {(known) => (
        <Columns count={3}>
          <Stat
            name={known().dueMinor < 0 ? appTexts().credit : appTexts().due}
            value={<Amount minor={Math.abs(known().dueMinor)} size="huge" />}
            text={appTexts().dueWhy}
          />
          <Stat
            name={appTexts().forecast}
            value={<Amount minor={known().forecastMinor} size="huge" />}
            text={appTexts().forecastWhy}
          />
          <Stat
            name={appTexts().settled}
            value={<Amount minor={known().paidMinor} size="huge" />}
            text={appTexts().settledWhy}
          />
        </Columns>
      )}
    </Show>
  );
}

function Orders() {
  const orders = createAsync(() => latestOrders());
  const columns = (): readonly Column<Conversion>[] => [
    { head: appTexts().order, lead: true, cell: (row) => <OrderLink order={row} /> },
    { head: appTexts().date, cell: (row) => <DateText at={row.occurredAt} /> },
    { head: appTexts().state, cell: (row) => <StatusBadge status={row.status} /> },
    { head: appTexts().attribution, cell: (row) => attributionText(row) },
    {
      head: appTexts().commission,
      number: true,
      has: (row) => row.commission !== null,
      cell: (row) => <Show when={row.commission}>{(commission) => <Commission commission={commission()} />}</Show>,
    },
    { head: appTexts().fee, number: true, cell: (row) => <Amount minor={row.platformFeeMinor} quiet /> },
    {
      head: appTexts().amount,
      number: true,
      lead: true,
      cell: (row) => <OrderAmount order={row} />,
    },
  ];
  return (
    <Show when={orders()}>
      {(rows) => (
        <DataTable
          caption={appTexts().latestOrders}
          rows={rows()}
          columns={columns()}
          empty={
            <EmptyState
              icon={<PackageOpen />}
              title={appTexts().noOrders}
              text={appTexts().noOrdersText}
              action={<Button href="/merchant/integrations">{appTexts().connectShop}</Button>}
            />
          }
        />
      )}
    </Show>
  );
}

function OrderLink(props: { order: Conversion }) {
  return (
    <TextLink href={`/merchant/orders/${props.order.id}`}>
      <Code>{props.order.orderId ?? props.order.id}</Code>
    </TextLink>
  );
}

function Commission(props: { commission: NonNullable<Conversion["commission"]> }) {
  const earnsNothing = () => props.commission.state === "void" || props.commission.state === "reversed";
  return <Amount minor={props.commission.amountMinor} quiet={earnsNothing()} />;
}

function OrderAmount(props: { order: Conversion }) {
  return (
    <Show when={props.order.currency !== "MAD"} fallback={<Amount minor={props.order.amountMinor} />}>
      <Code>{formatForeign(props.order.amountMinor, props.order.currency, locale())}</Code>
    </Show>
  );
}

function attributionText({ attribution }: Conversion): string {
  const texts = appTexts();
  return { click: texts.byClick, coupon: texts.byCoupon, none: texts.byNone }[attribution.by];
}
