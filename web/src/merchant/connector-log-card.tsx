import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import Inbox from "lucide-solid/icons/inbox";
import RotateCw from "lucide-solid/icons/rotate-cw";
import { Show } from "solid-js";
import {
  type Connector,
  DELIVERY_OUTCOMES,
  type DeliveryOutcome,
  type InboundDelivery,
} from "../../../schemas/connectors.ts";
import { connectors, inboundDeliveries } from "../data/connectors.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Figure } from "../ui/figure.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { Details, Item, ItemList } from "../ui/item-list.tsx";
import { Inset, TextLink } from "../ui/layout.tsx";
import { Pager } from "../ui/pager.tsx";
import { type TagTone, ToneTag } from "../ui/tone-tag.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressWith, oneOf, textOf } from "../url-state.ts";
import { connectorHref } from "./connector-place.ts";

const texts = () => integrationTexts().log;
const TONES: Readonly<Record<DeliveryOutcome, TagTone>> = {
  waiting: "info",
  recorded: "success",
  unchanged: "neutral",
  noted: "neutral",
  ignored: "neutral",
  unknown_label: "attention",
  order_unknown: "attention",
  order_differs: "attention",
  refused: "loss",
  signature_wrong: "loss",
  too_large: "loss",
  malformed: "loss",
  failed: "loss",
};
// The outcomes one looks for; each of the others is found among all.
const FILTERS = DELIVERY_OUTCOMES.filter((outcome) =>
  ["recorded", "unknown_label", "order_unknown", "signature_wrong", "refused", "failed"].includes(outcome),
);

/** What the connector brought, newest first, and what was done with it. */
export function ConnectorLogCard(props: { connector: Connector }) {
  const [params] = useSearchParams();
  const outcome = () => oneOf(DELIVERY_OUTCOMES, params.outcome);
  const place = () => connectorHref(props.connector.id);
  const links = () => [
    { href: place(), text: texts().all, current: outcome() === undefined },
    ...FILTERS.map((each) => ({
      href: addressWith(place(), { outcome: each }),
      text: integrationTexts().outcomes[each],
      current: each === outcome(),
    })),
  ];
  const again = () => void revalidate([inboundDeliveries.key, connectors.key]);
  return (
    <Card
      title={texts().title}
      text={texts().text}
      action={
        <Button variant="secondary" size="small" icon={<RotateCw />} onClick={again}>
          {texts().refresh}
        </Button>
      }
      flush
    >
      <Toolbar>
        <FilterLinks label={texts().outcomes} links={links()} />
      </Toolbar>
      <Loaded flush shapes={["line", "line", "short"]} again={again}>
        <DeliveryList id={props.connector.id} outcome={outcome()} cursor={textOf(params.cursor)} />
      </Loaded>
    </Card>
  );
}

function DeliveryList(props: { id: string; outcome: DeliveryOutcome | undefined; cursor: string | undefined }) {
  const page = createAsync(() => inboundDeliveries({ id: props.id, outcome: props.outcome, cursor: props.cursor }));
  const here = (cursor?: string) => addressWith(connectorHref(props.id), { outcome: props.outcome, cursor });
  const next = () => page()?.nextCursor ?? undefined;
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <Show when={known().data.length > 0} fallback={<NoDelivery isFiltered={props.outcome !== undefined} />}>
            <ItemList label={texts().title} items={known().data}>
              {(delivery) => <DeliveryItem delivery={delivery} />}
            </ItemList>
          </Show>
          <Pager first={props.cursor && here()} next={next() && here(next())} />
        </>
      )}
    </Show>
  );
}

function NoDelivery(props: { isFiltered: boolean }) {
  return (
    <Show when={!props.isFiltered} fallback={<Inset>{texts().noneOf}</Inset>}>
      <EmptyState icon={<Inbox />} title={texts().empty} text={texts().emptyText} />
    </Show>
  );
}

function DeliveryItem(props: { delivery: InboundDelivery }) {
  const { orderId, conversionId, topic, label, times, bytes, deliveryId } = props.delivery;
  const number = (count: number) => formatCount(count, locale());
  return (
    <Item
      title={
        <Show when={orderId} fallback={topic ?? texts().noSubject}>
          {(order) => (
            <>
              {texts().order} <OrderName order={order()} conversionId={conversionId} />
            </>
          )}
        </Show>
      }
      badge={
        <ToneTag tone={TONES[props.delivery.outcome]}>{integrationTexts().outcomes[props.delivery.outcome]}</ToneTag>
      }
    >
      <span>{props.delivery.detail}</span>
      <span>
        <DateText at={props.delivery.receivedAt} time />
      </span>
      <Details
        details={[
          ...(topic === null ? [] : [{ name: texts().topic, value: <Code>{topic}</Code> }]),
          ...(label === null ? [] : [{ name: texts().label, value: <bdi>{label}</bdi> }]),
          ...(deliveryId === null ? [] : [{ name: texts().deliveryId, value: <Code>{deliveryId}</Code> }]),
          { name: texts().size, value: <Figure>{fill(texts().bytes, { count: number(bytes) })}</Figure> },
          ...(times > 1 ? [{ name: fill(texts().times, { count: number(times) }), value: "" }] : []),
        ]}
      />
    </Item>
  );
}

function OrderName(props: { order: string; conversionId: string | null }) {
  return (
    <Show when={props.conversionId} fallback={<Code>{props.order}</Code>}>
      {(id) => (
        <TextLink href={`/merchant/orders/${encodeURIComponent(id())}`}>
          <Code>{props.order}</Code>
        </TextLink>
      )}
    </Show>
  );
}
