import type { JSX } from "solid-js";
import { ORDER_STATUSES } from "../../../schemas/conversions.ts";
import type { FraudCaseDetail } from "../../../schemas/fraud.ts";
import { cityText } from "../city-text.ts";
import { formatForeign } from "../foreign-money.ts";
import { locale } from "../locale.tsx";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Card } from "../ui/card.tsx";
import { DateText } from "../ui/date-text.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { oneOf } from "../url-state.ts";

const texts = () => fraudTexts().page;
type Order = NonNullable<FraudCaseDetail["order"]>;

/** The order in question, click and order beneath each other. */
export function FraudOrder(props: { order: Order }) {
  const attributedBy = () => {
    const names: Readonly<Record<string, string>> = {
      click: texts().click,
      coupon: texts().coupon,
      none: texts().none,
    };
    return names[props.order.attributedBy] ?? props.order.attributedBy;
  };
  const facts = (): { name: string; value: JSX.Element }[] => [
    { name: texts().status, value: <StatusBadge status={oneOf(ORDER_STATUSES, props.order.status) ?? "placed"} /> },
    { name: texts().amount, value: <OrderAmount order={props.order} /> },
    { name: texts().payment, value: props.order.payment === "cod" ? texts().cod : texts().prepaid },
    ...(props.order.city === null ? [] : [{ name: texts().city, value: cityText(props.order.city) }]),
    { name: texts().attributedBy, value: attributedBy() },
    ...(props.order.clickedAt === null
      ? []
      : [{ name: texts().clickedAt, value: <DateText at={props.order.clickedAt} time /> }]),
    { name: texts().orderedAt, value: <DateText at={props.order.orderedAt} time /> },
  ];
  return (
    <Card title={texts().order}>
      <FactList facts={facts()} />
    </Card>
  );
}

function OrderAmount(props: { order: Order }) {
  return props.order.currency === "MAD" ? (
    <Amount minor={props.order.amountMinor} />
  ) : (
    <bdi>{formatForeign(props.order.amountMinor, props.order.currency, locale())}</bdi>
  );
}
