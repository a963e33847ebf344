import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import Plug from "lucide-solid/icons/plug";
import { Show } from "solid-js";
import { CONNECTORS_MAX, type Connector } from "../../../schemas/connectors.ts";
import { SavedNotice } from "../account/saved-notice.tsx";
import { connectors } from "../data/connectors.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Details, Item, ItemList } from "../ui/item-list.tsx";
import { Row, Small, TextLink } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { ToneTag } from "../ui/tone-tag.tsx";
import { connectorHref, INTEGRATIONS } from "./connector-place.ts";
import { OtherWays } from "./integrations-other-ways.tsx";

const texts = () => integrationTexts().hub;

/** Every way orders come in, and how the merchant's own tools learn what happens. */
export function IntegrationsPage() {
  const [params] = useSearchParams();
  const listed = createAsync(() => connectors());
  keepTitle(() => `${texts().title}, ShareYourSales`);
  return (
    <>
      <PageHeader title={texts().title} lead={texts().lead} />
      <SavedNotice when={params.removed !== undefined} text={texts().removed} />
      <Loaded shapes={["title", "line", "short"]} again={() => void revalidate(connectors.key)}>
        <Show when={listed()}>{(known) => <ConnectorList connectors={known()} />}</Show>
      </Loaded>
      <OtherWays />
    </>
  );
}

function ConnectorList(props: { connectors: readonly Connector[] }) {
  const add = () => <Button href={`${INTEGRATIONS}/new`}>{texts().add}</Button>;
  const isFull = () => props.connectors.length >= CONNECTORS_MAX;
  return (
    <Card
      title={texts().connectors}
      text={texts().connectorsText}
      action={
        <Show when={props.connectors.length > 0}>
          <Show when={!isFull()} fallback={<Small>{fill(texts().full, { count: CONNECTORS_MAX })}</Small>}>
            {add()}
          </Show>
        </Show>
      }
      flush
    >
      <Show
        when={props.connectors.length > 0}
        fallback={<EmptyState icon={<Plug />} title={texts().empty} text={texts().emptyText} action={add()} />}
      >
        <ItemList label={texts().connectors} items={props.connectors}>
          {(connector) => <ConnectorItem connector={connector} />}
        </ItemList>
      </Show>
    </Card>
  );
}

function ConnectorItem(props: { connector: Connector }) {
  const unknown = () => props.connector.unknownLabels.length;
  const isActive = () => props.connector.state === "active";
  return (
    <Item
      icon={<Plug />}
      title={
        <TextLink href={connectorHref(props.connector.id)}>
          <bdi>{props.connector.name}</bdi>
        </TextLink>
      }
      badge={<StatusBadge status={isActive() ? "active" : "paused"} />}
    >
      <span>{integrationTexts().platforms[props.connector.platform]}</span>
      <Details
        details={[
          {
            name: texts().lastDelivery,
            value: (
              <Show when={props.connector.lastDeliveryAt} fallback={texts().never}>
                {(at) => <DateText at={at()} time />}
              </Show>
            ),
          },
        ]}
      />
      <Show when={unknown() > 0 || props.connector.polling?.lastError}>
        <Row>
          <Show when={unknown() > 0}>
            <ToneTag tone="attention">
              {unknown() === 1
                ? texts().unknownOne
                : fill(texts().unknownMany, { count: formatCount(unknown(), locale()) })}
            </ToneTag>
          </Show>
          <Show when={props.connector.polling?.lastError}>
            <ToneTag tone="loss">{texts().pollingFails}</ToneTag>
          </Show>
        </Row>
      </Show>
    </Item>
  );
}
