import { createAsync, revalidate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { order } from "../data/orders.ts";
import { GoneOrder } from "../orders/gone-order.tsx";
import { OrderAttribution } from "../orders/order-attribution.tsx";
import { OrderDetails } from "../orders/order-details.tsx";
import { OrderMoney } from "../orders/order-money.tsx";
import { OrderNext } from "../orders/order-next.tsx";
import { OrderTimeline } from "../orders/order-timeline.tsx";
import { keepTitle } from "../page-title.ts";
import { GoneGuard } from "../shell/gone-guard.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/layout.tsx";
import { MainAndSide } from "../ui/main-and-side.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { addressWith } from "../url-state.ts";

const LIST = "/influencer/orders";
const texts = () => orderTexts().page;

/** One order that an own link or code brought: where it is, what it earns, and why it is attributed as it is. */
export function InfluencerOrderPage() {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => order(decodeURIComponent(params.id)));
  return (
    <Loaded shapes={["title", "block", "block"]} again={() => void revalidate(order.key)}>
      <GoneGuard code="conversion.not_found" gone={<GoneOrder list={LIST} />}>
        <Show when={found()}>{(known) => <KnownOrder order={known()} />}</Show>
      </GoneGuard>
    </Loaded>
  );
}

function KnownOrder(props: { order: Conversion }) {
  const name = () => props.order.names?.product ?? fill(texts().titleOf, { order: props.order.id.slice(-6) });
  keepTitle(() => `${name()}, ShareYourSales`);
  const claim = () => (
    <Button
      size="small"
      variant="secondary"
      href={addressWith("/influencer/claims/new", { link: props.order.attribution.linkId ?? undefined })}
    >
      {texts().claim}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={`\u2068${name()}\u2069`}
        lead={<TextLink href={LIST}>{texts().back}</TextLink>}
        actions={<StatusBadge status={props.order.status} />}
      />
      <MainAndSide
        side={
          <>
            <OrderMoney order={props.order} side="influencer" />
            <OrderDetails order={props.order} side="influencer" />
          </>
        }
      >
        <OrderNext order={props.order} side="influencer" overdueAction={claim()} />
        <OrderTimeline order={props.order} />
        <OrderAttribution order={props.order} side="influencer" />
      </MainAndSide>
    </>
  );
}
