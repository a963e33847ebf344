import CircleDashed from "lucide-solid/icons/circle-dashed";
import MessageSquareText from "lucide-solid/icons/message-square-text";
import RotateCcw from "lucide-solid/icons/rotate-ccw";
import { For, type JSX, Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { formatDateTime } from "../dates.ts";
import { locale } from "../locale.tsx";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { statusTexts } from "../text/status/texts.ts";
import { Card } from "../ui/card.tsx";
import { DateText } from "../ui/date-text.tsx";
import { StatusIcon } from "../ui/status-badge.tsx";
import { type StepTone, Timeline, TimelineStep } from "../ui/timeline.tsx";
import { isExit, STEPS_OF } from "./order-acts.ts";
import { orderAmountText } from "./order-amount.tsx";
import { sourceText } from "./source-text.ts";

export type OrderEvent = NonNullable<Conversion["events"]>[number];
const texts = () => orderTexts().page;

/** Everything that was told of an order, in the order it happened, and the steps that still lie ahead. */
export function OrderTimeline(props: {
  order: Conversion;
  /** What can be done about an event: taking it back. */
  actionOf?: (event: OrderEvent, title: string) => JSX.Element;
}) {
  const events = () => props.order.events ?? [];
  const shown = () =>
    events()
      .filter(({ undoes }) => undoes === null)
      .toSorted((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
  return (
    <Card title={texts().timeline}>
      <Timeline label={texts().timeline}>
        <For each={shown()}>
          {(event) => (
            <TimelineStep
              tone={toneOf(event)}
              icon={<EventIcon event={event} />}
              title={eventTitle(event, props.order)}
              undone={event.undone}
              at={<EventTime event={event} order={props.order} undoing={undoingOf(event, events())} />}
              note={event.status === null && event.refund === null ? undefined : event.note}
              action={props.actionOf?.(event, eventTitle(event, props.order))}
            />
          )}
        </For>
        <For each={stepsAhead(props.order)}>
          {(status, index) => (
            <TimelineStep
              tone={index() === 0 ? "next" : "ahead"}
              icon={<CircleDashed />}
              title={statusTexts()[status]}
              at={index() === 0 ? texts().nextStep : texts().later}
            />
          )}
        </For>
      </Timeline>
    </Card>
  );
}

/** What one event says: a status, a refund or a remark. */
function eventTitle({ status, refund, note }: OrderEvent, order: Conversion): string {
  if (status !== null) return statusTexts()[status];
  if (refund === null) return note ?? texts().remark;
  if (refund.amountMinor === null) return texts().refundAll;
  return fill(texts().refund, { amount: `\u2068${orderAmountText(order, refund.amountMinor)}\u2069` });
}

function EventIcon(props: { event: OrderEvent }) {
  return (
    <Show when={props.event.status} fallback={props.event.refund ? <RotateCcw /> : <MessageSquareText />}>
      {(status) => <StatusIcon status={status()} />}
    </Show>
  );
}

function EventTime(props: { event: OrderEvent; order: Conversion; undoing: OrderEvent | undefined }) {
  const source = () => (props.event.source === "order" ? props.order.source : props.event.source);
  const cameLate = () => Date.parse(props.event.receivedAt) - Date.parse(props.event.occurredAt) > LATE_MS;
  return (
    <>
      <DateText at={props.event.occurredAt} time /> · {fill(texts().by, { source: sourceText(source()) })}
      <Show when={cameLate()}>
        {" · "}
        {fill(texts().receivedLater, { date: formatDateTime(props.event.receivedAt, locale()) })}
      </Show>
      <Show when={props.undoing}>
        {(undoing) => (
          <>
            {" · "}
            {fill(texts().undoneBy, { date: formatDateTime(undoing().occurredAt, locale()) })}
          </>
        )}
      </Show>
    </>
  );
}

// What is heard of within the hour is no news.
const LATE_MS = 3_600_000;

const undoingOf = ({ id }: OrderEvent, events: readonly OrderEvent[]) => events.find(({ undoes }) => undoes === id);

function toneOf({ status, refund }: OrderEvent): StepTone {
  if (refund !== null) return "loss";
  if (status === null) return "quiet";
  if (isExit(status)) return "loss";
  return status === "collected" ? "good" : "done";
}

/** The usual steps that nobody has told yet, while the order is alive. */
function stepsAhead(order: Conversion): readonly Conversion["status"][] {
  if (isExit(order.status)) return [];
  const steps = STEPS_OF[order.payment];
  const ahead = steps.slice(steps.indexOf(order.status) + 1);
  // What is paid is neither paid again nor confirmed.
  const isPaid = order.collectedAt !== null;
  return ahead.filter((status) => !isPaid || (status !== "collected" && status !== "confirmed"));
}
