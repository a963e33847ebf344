import type { Conversion } from "../../../schemas/conversions.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Card } from "../ui/card.tsx";
import { DateText } from "../ui/date-text.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { Small, Stack } from "../ui/layout.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { OrderAmount } from "./order-amount.tsx";

const texts = () => orderTexts().money;
type Commission = NonNullable<Conversion["commission"]>;

/** What an order is worth to each side, where its commission is, and why. The fee is the merchant's affair. */
export function OrderMoney(props: { order: Conversion; side: "merchant" | "influencer" }) {
  return (
    <Card title={texts().title}>
      <Stack>
        <FactList facts={[...amountsOf(props.order), ...commissionOf(props.order), ...feeOf(props)]} />
        <Small>{whyOf(props.order)}</Small>
      </Stack>
    </Card>
  );
}

function amountsOf(order: Conversion) {
  return [
    { name: texts().amount, value: <OrderAmount order={order} /> },
    ...(order.refundedMinor > 0
      ? [{ name: texts().refunded, value: <OrderAmount order={order} minor={order.refundedMinor} /> }]
      : []),
    ...(order.collectedAt ? [{ name: texts().collectedAt, value: <DateText at={order.collectedAt} /> }] : []),
  ];
}

function commissionOf({ commission }: Conversion) {
  if (!commission) return [];
  const isHeld = commission.state === "earned" && commission.holdUntil !== null;
  return [
    { name: texts().commission, value: <Amount minor={commission.amountMinor} /> },
    ...(commission.reversedMinor > 0
      ? [{ name: texts().ofWhich, value: <Amount minor={commission.reversedMinor} loss /> }]
      : []),
    { name: texts().state, value: <StatusBadge status={commission.state} /> },
    ...(isHeld ? [{ name: texts().heldUntil, value: <DateText at={commission.holdUntil ?? ""} /> }] : []),
  ];
}

function feeOf({ order, side }: { readonly order: Conversion; readonly side: "merchant" | "influencer" }) {
  if (side !== "merchant" || !order.commission) return [];
  return [{ name: texts().fee, value: <Amount minor={order.platformFeeMinor} /> }];
}

/** Why the commission is as it is, in a sentence. */
function whyOf({ commission, commissionBlocked, attribution }: Conversion): string {
  if (commissionBlocked && attribution.by !== "none") return texts().currency;
  if (!commission) return texts().none;
  if (commission.barredReason) return barredWhy(commission.barredReason);
  return texts()[commission.state];
}

const barredWhy = (reason: NonNullable<Commission["barredReason"]>): string =>
  reason === "fraud" ? texts().fraud : texts().contested;
