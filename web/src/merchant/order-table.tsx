import { Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { cityText } from "../city-text.ts";
import { actsOf } from "../orders/order-acts.ts";
import { OrderAmount } from "../orders/order-amount.tsx";
import { OrderCommission } from "../orders/order-commission.tsx";
import { orderTexts } from "../text/orders/texts.ts";
import { Code } from "../ui/code.tsx";
import { type Column, DataTable, type RowChoice } from "../ui/data-table.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Figures } from "../ui/figures.tsx";
import { TextLink } from "../ui/layout.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { TwoLines } from "../ui/two-lines.tsx";
import type { Desk } from "./order-desk.ts";
import { DESK_PLACE } from "./order-params.ts";
import { OrderRowActs } from "./order-row-acts.tsx";
import { orderName } from "./order-words.ts";

const texts = () => orderTexts().desk;

interface OrderTableProps {
  readonly orders: readonly Conversion[];
  readonly choice: RowChoice<Conversion>;
  readonly desk: Desk;
  readonly onContact: (order: Conversion) => void;
}

/** The merchant's orders: where each stands, who brought it, what it is worth, and what to do next. */
export function OrderTable(props: OrderTableProps) {
  const columns = (): readonly Column<Conversion>[] => [
    { head: texts().order, lead: true, cell: (row) => <OrderName order={row} /> },
    { head: texts().status, cell: (row) => <OrderStatus order={row} /> },
    {
      head: texts().city,
      has: (row) => row.city !== null || row.courier !== null,
      cell: (row) => <Where order={row} />,
    },
    { head: texts().attribution, cell: (row) => <bdi>{row.names?.influencer ?? texts().nobody}</bdi> },
    {
      head: texts().commission,
      number: true,
      has: (row) => row.commission !== null,
      cell: (row) => <OrderCommission order={row} />,
    },
    {
      head: texts().amount,
      number: true,
      lead: true,
      cell: (row) => <Figures main={<OrderAmount order={row} />} note={texts()[row.payment]} />,
    },
    {
      head: texts().next,
      number: true,
      has: (row) => actsOf(row).length > 0,
      cell: (row) => <OrderRowActs order={row} desk={props.desk} onContact={props.onContact} />,
    },
  ];
  return (
    <DataTable
      caption={texts().title}
      rows={props.orders}
      columns={columns()}
      choice={props.choice}
      keyOf={(row) => row.id}
    />
  );
}

function OrderName(props: { order: Conversion }) {
  return (
    <TwoLines
      main={
        <TextLink href={`${DESK_PLACE}/${props.order.id}`}>
          <Code>{orderName(props.order)}</Code>
        </TextLink>
      }
      note={
        <>
          <DateText at={props.order.occurredAt} />
          <Show when={props.order.names?.product}>{(product) => <bdi> · {product()}</bdi>}</Show>
        </>
      }
    />
  );
}

function OrderStatus(props: { order: Conversion }) {
  return (
    <TwoLines
      main={<StatusBadge status={props.order.status} />}
      note={props.order.outcomeOverdue ? texts().waitsLong : undefined}
    />
  );
}

function Where(props: { order: Conversion }) {
  return (
    <TwoLines
      main={<bdi>{props.order.city === null ? "—" : cityText(props.order.city)}</bdi>}
      note={props.order.courier && <bdi>{props.order.courier}</bdi>}
    />
  );
}
