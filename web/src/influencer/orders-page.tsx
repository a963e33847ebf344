import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import PackageOpen from "lucide-solid/icons/package-open";
import SearchX from "lucide-solid/icons/search-x";
import { Show } from "solid-js";
import { type Conversion, ORDER_STATUSES } from "../../../schemas/conversions.ts";
import { type OrderFilter, orders } from "../data/orders.ts";
import { OrderAmount } from "../orders/order-amount.tsx";
import { OrderCommission } from "../orders/order-commission.tsx";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { statusTexts } from "../text/status/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { FilterSelect } from "../ui/filter-select.tsx";
import { TextLink } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pager } from "../ui/pager.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { TwoLines } from "../ui/two-lines.tsx";
import { addressWith, oneOf, textOf } from "../url-state.ts";

const PLACE = "/influencer/orders";
const texts = () => orderTexts().own;

/** The orders that the influencer's links and codes brought, newest first; filters in the address. */
export function InfluencerOrdersPage() {
  const [params, setParams] = useSearchParams();
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const filter = (): OrderFilter => ({
    status: oneOf(ORDER_STATUSES, params.status),
    by: oneOf(["click", "coupon"], params.by),
    overdue: oneOf(["true"], params.overdue),
    linkId: textOf(params.link),
    cursor: textOf(params.cursor),
  });
  const narrow = (name: string, value: string) =>
    setParams({ [name]: value === "" ? null : value, cursor: null }, { replace: true });
  return (
    <>
      <PageHeader
        title={texts().title}
        lead={texts().lead}
        actions={
          <Button variant="secondary" href="/influencer/claims/new">
            {texts().missing}
          </Button>
        }
      />
      <Card flush>
        <Toolbar>
          <FilterLinks label={orderTexts().desk.stages} links={overdueLinks(filter())} />
          <Filters filter={filter()} onNarrow={narrow} />
        </Toolbar>
        <Loaded flush shapes={["title", "line", "line", "line"]} again={() => void revalidate(orders.key)}>
          <Orders filter={filter()} />
        </Loaded>
      </Card>
    </>
  );
}

const addressOf = ({ linkId, ...filter }: OrderFilter) => addressWith(PLACE, { ...filter, link: linkId });

function overdueLinks(filter: OrderFilter) {
  const view = (overdue: "true" | undefined, text: string) => ({
    href: addressOf({ ...filter, overdue, cursor: undefined }),
    text,
    current: filter.overdue === overdue,
  });
  return [view(undefined, orderTexts().desk.all), view("true", texts().overdueOnly)];
}

function Filters(props: { filter: OrderFilter; onNarrow: (name: string, value: string) => void }) {
  const any = () => ({ value: "", text: orderTexts().desk.any });
  return (
    <>
      <FilterSelect
        name="status"
        label={texts().status}
        value={props.filter.status ?? ""}
        options={[any(), ...ORDER_STATUSES.map((value) => ({ value, text: statusTexts()[value] }))]}
        onChange={(value) => props.onNarrow("status", value)}
      />
      <FilterSelect
        name="by"
        label={texts().by}
        value={props.filter.by ?? ""}
        options={[any(), { value: "click", text: texts().byClick }, { value: "coupon", text: texts().byCoupon }]}
        onChange={(value) => props.onNarrow("by", value)}
      />
    </>
  );
}

function Orders(props: { filter: OrderFilter }) {
  const page = createAsync(() => orders(props.filter));
  const isNarrowed = () => Object.values(props.filter).some((value) => value !== undefined);
  const next = () => page()?.nextCursor ?? undefined;
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <Show when={known().data.length > 0} fallback={<NoOrder isNarrowed={isNarrowed()} />}>
            <OwnOrderTable orders={known().data} />
          </Show>
          <Pager
            first={props.filter.cursor && addressOf({ ...props.filter, cursor: undefined })}
            next={next() && addressOf({ ...props.filter, cursor: next() })}
          />
        </>
      )}
    </Show>
  );
}

function OwnOrderTable(props: { orders: readonly Conversion[] }) {
  const columns = (): readonly Column<Conversion>[] => [
    { head: texts().order, lead: true, cell: (row) => <OrderName order={row} /> },
    {
      head: texts().status,
      cell: (row) => (
        <TwoLines
          main={<StatusBadge status={row.status} />}
          note={row.outcomeOverdue ? orderTexts().desk.waitsLong : undefined}
        />
      ),
    },
    { head: texts().by, cell: (row) => (row.attribution.by === "coupon" ? texts().byCoupon : texts().byClick) },
    { head: orderTexts().desk.amount, number: true, cell: (row) => <OrderAmount order={row} /> },
    { head: orderTexts().desk.commission, number: true, lead: true, cell: (row) => <OrderCommission order={row} /> },
  ];
  return <DataTable caption={texts().title} rows={props.orders} columns={columns()} />;
}

function OrderName(props: { order: Conversion }) {
  return (
    <TwoLines
      main={
        <TextLink href={`${PLACE}/${props.order.id}`}>
          <bdi>{props.order.names?.product ?? props.order.id.slice(-6)}</bdi>
        </TextLink>
      }
      note={
        <>
          <DateText at={props.order.occurredAt} />
          <Show when={props.order.names?.link}>
            {(link) => ` · ${fill(texts().linkOf, { link: `\u2068${link()}\u2069` })}`}
          </Show>
        </>
      }
    />
  );
}

function NoOrder(props: { isNarrowed: boolean }) {
  const desk = () => orderTexts().desk;
  return (
    <EmptyState
      icon={props.isNarrowed ? <SearchX /> : <PackageOpen />}
      title={props.isNarrowed ? desk().none : texts().empty}
      text={props.isNarrowed ? desk().noneText : texts().emptyText}
      action={
        <Button variant="secondary" href={props.isNarrowed ? PLACE : "/influencer/links"}>
          {props.isNarrowed ? desk().showAll : texts().share}
        </Button>
      }
    />
  );
}
