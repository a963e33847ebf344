import { createAsync } from "@solidjs/router";
import { ErrorBoundary, Suspense } from "solid-js";
import { ORDER_STAGES, type OrderCounts } from "../../../schemas/orders.ts";
import { orderCounts } from "../data/orders.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { FilterLinks } from "../ui/filter-links.tsx";
import { oneOf } from "../url-state.ts";
import { DESK_VIEWS, type DeskParams, deskAddress } from "./order-params.ts";

const texts = () => orderTexts().desk;

/** What must be done next, each with the number of orders that wait for it. */
export function OrderTabs(props: { params: DeskParams }) {
  return (
    <ErrorBoundary fallback={<Tabs {...props} counts={undefined} />}>
      <Suspense fallback={<Tabs {...props} counts={undefined} />}>
        <CountedTabs {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

function CountedTabs(props: { params: DeskParams }) {
  const counts = createAsync(() => orderCounts());
  return <Tabs {...props} counts={counts()} />;
}

function Tabs(props: { params: DeskParams; counts: OrderCounts | undefined }) {
  const names = () => ({
    to_confirm: texts().toConfirm,
    to_ship: texts().toShip,
    on_the_way: texts().onTheWay,
    to_collect: texts().toCollect,
    overdue: texts().overdue,
  });
  const countOf = (view: (typeof DESK_VIEWS)[number]) => {
    const stage = oneOf(ORDER_STAGES, view);
    const count = stage ? props.counts?.stages[stage] : props.counts?.overdue;
    return count === undefined ? {} : { count };
  };
  const addressOf = (view: DeskParams["view"]) => deskAddress({ ...props.params, view, cursor: undefined });
  const links = () => [
    ...DESK_VIEWS.map((view) => ({
      href: addressOf(view),
      text: names()[view],
      current: props.params.view === view,
      ...countOf(view),
    })),
    { href: addressOf(undefined), text: texts().all, current: props.params.view === undefined },
  ];
  return <FilterLinks label={texts().stages} links={links()} />;
}
