import { createAsync, revalidate, useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
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
import { Row, TextLink } from "../ui/layout.tsx";
import { MainAndSide } from "../ui/main-and-side.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { addressWith } from "../url-state.ts";
import { OrderContactDialog } from "./order-contact-dialog.tsx";
import { createDesk } from "./order-desk.ts";
import { OrderEndDialog } from "./order-end-dialog.tsx";
import { OrderLeft } from "./order-left.tsx";
import { DESK_PLACE } from "./order-params.ts";
import { OrderRefundDialog } from "./order-refund-dialog.tsx";
import { OrderRemarkDialog } from "./order-remark-dialog.tsx";
import { OrderRowActs } from "./order-row-acts.tsx";
import { OrderShipDialog } from "./order-ship-dialog.tsx";
import { OrderUndo } from "./order-undo.tsx";
import { orderName } from "./order-words.ts";

const texts = () => orderTexts().page;

/** One order of the merchant: what to do next, all that happened, its money, and to whom it is attributed. */
export function OrderPage() {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => order(decodeURIComponent(params.id)));
  return (
    <Loaded shapes={["title", "block", "block"]} again={() => void revalidate(order.key)}>
      <GoneGuard code="conversion.not_found" gone={<GoneOrder list={DESK_PLACE} />}>
        <Show when={found()}>{(known) => <KnownOrder order={known()} />}</Show>
      </GoneGuard>
    </Loaded>
  );
}

function KnownOrder(props: { order: Conversion }) {
  const desk = createDesk();
  const [isContacting, setContacting] = createSignal(false);
  const name = () => fill(texts().titleOf, { order: `\u2068${orderName(props.order)}\u2069` });
  keepTitle(() => `${name()}, ShareYourSales`);
  const acts = () => <OrderRowActs order={props.order} desk={desk} onContact={() => setContacting(true)} onPage />;
  return (
    <>
      <PageHeader
        title={name()}
        lead={<TextLink href={DESK_PLACE}>{texts().back}</TextLink>}
        actions={<StatusBadge status={props.order.status} />}
      />
      <OrderLeft desk={desk} />
      <MainAndSide
        side={
          <>
            <OrderMoney order={props.order} side="merchant" />
            <OrderDetails order={props.order} side="merchant" />
          </>
        }
      >
        <OrderNext order={props.order} side="merchant" action={acts()} />
        <AfterHold order={props.order} />
        <OrderTimeline
          order={props.order}
          actionOf={(event, title) => <OrderUndo order={props.order} event={event} title={title} />}
        />
        <More order={props.order} />
        <OrderAttribution order={props.order} side="merchant" />
      </MainAndSide>
      <OrderShipDialog desk={desk} />
      <OrderEndDialog desk={desk} />
      <OrderContactDialog
        order={isContacting() ? props.order : undefined}
        onConfirm={(confirmed) => desk.act("confirm", [confirmed])}
        onClose={() => setContacting(false)}
      />
    </>
  );
}

// Once the hold has passed the influencer is asked before money is taken back.
function AfterHold(props: { order: Conversion }) {
  const isPast = () => {
    const { commission } = props.order;
    const isTheirs = commission && commission.state !== "reversed" && commission.state !== "void";
    return isTheirs && commission.holdUntil !== null && Date.parse(commission.holdUntil) < Date.now();
  };
  return (
    <Show when={props.order.collectedAt !== null && isPast()}>
      <Notice
        tone="info"
        action={
          <Button
            size="small"
            variant="secondary"
            href={addressWith("/merchant/claims/new", { order: orderName(props.order) })}
          >
            {texts().askReturn}
          </Button>
        }
      >
        {texts().holdPassed}
      </Notice>
    </Show>
  );
}

function More(props: { order: Conversion }) {
  const [open, setOpen] = createSignal<"remark" | "refund">();
  return (
    <Row>
      <Button variant="secondary" size="small" onClick={() => setOpen("remark")}>
        {texts().addRemark}
      </Button>
      <Show when={props.order.refundedMinor < props.order.amountMinor}>
        <Button variant="secondary" size="small" onClick={() => setOpen("refund")}>
          {texts().addRefund}
        </Button>
      </Show>
      <OrderRemarkDialog order={props.order} open={open() === "remark"} onClose={() => setOpen()} />
      <OrderRefundDialog order={props.order} open={open() === "refund"} onClose={() => setOpen()} />
    </Row>
  );
}
