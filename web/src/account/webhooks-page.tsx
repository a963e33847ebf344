import { createAsync, revalidate, useNavigate, useSearchParams } from "@solidjs/router";
import Webhook from "lucide-solid/icons/webhook";
import { createSignal, Match, Show, Switch } from "solid-js";
import { ENDPOINTS_MAX, type Endpoint, type EndpointWithSecret } from "../../../schemas/webhooks.ts";
import { endpoints } from "../data/webhooks.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Details, Item, ItemList } from "../ui/item-list.tsx";
import { Narrow, Row, Small, TextLink } from "../ui/layout.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { CreateWebhookCard } from "./create-webhook-card.tsx";
import { SavedNotice } from "./saved-notice.tsx";
import { WebhookSecret } from "./webhook-secret.tsx";

const texts = () => webhookTexts().list;

/** The address of an endpoint's own page. */
export const webhookHref = (id: string) => `/settings/webhooks/${encodeURIComponent(id)}`;

/** Where the person's own server is told of state changes; a new secret is shown once. */
export function WebhooksPage() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const listed = createAsync(() => endpoints());
  const [isCreating, setCreating] = createSignal(false);
  const [created, setCreated] = createSignal<EndpointWithSecret>();
  const show = (endpoint: EndpointWithSecret) => {
    setCreating(false);
    setCreated(endpoint);
  };
  const kept = (endpoint: EndpointWithSecret) => {
    setCreated();
    navigate(webhookHref(endpoint.id));
  };
  const isBusy = () => isCreating() || created() !== undefined;
  return (
    <Narrow>
      <Switch>
        <Match when={created()}>
          {(made) => <WebhookSecret secret={made().secret ?? ""} onKept={() => kept(made())} />}
        </Match>
        <Match when={isCreating()}>
          <CreateWebhookCard onCreated={show} onCancel={() => setCreating(false)} />
        </Match>
      </Switch>
      <SavedNotice when={params.removed !== undefined && !isBusy()} text={texts().removed} />
      <Loaded shapes={["title", "line", "short"]} again={() => void revalidate(endpoints.key)}>
        <Show when={listed()}>
          {(known) => <EndpointList endpoints={known()} isBusy={isBusy()} onCreate={() => setCreating(true)} />}
        </Show>
      </Loaded>
    </Narrow>
  );
}

interface EndpointListProps {
  readonly endpoints: readonly Endpoint[];
  /** A new one is being made or shown: there is nothing to offer. */
  readonly isBusy: boolean;
  readonly onCreate: () => void;
}

function EndpointList(props: EndpointListProps) {
  const create = () => <Button onClick={() => props.onCreate()}>{texts().create}</Button>;
  const isFull = () => props.endpoints.length >= ENDPOINTS_MAX;
  return (
    <>
      <Show when={props.endpoints.length > 0 || !props.isBusy}>
        <Card title={texts().title} text={texts().lead} flush>
          <Show
            when={props.endpoints.length > 0}
            fallback={
              <EmptyState icon={<Webhook />} title={texts().empty} text={texts().emptyText} action={create()} />
            }
          >
            <ItemList label={texts().title} items={props.endpoints}>
              {(endpoint) => <EndpointItem endpoint={endpoint} />}
            </ItemList>
          </Show>
        </Card>
      </Show>
      <Row between>
        <Small>
          <TextLink href="/docs" newTab>
            {texts().docs}
          </TextLink>
        </Small>
        <Show when={props.endpoints.length > 0 && !props.isBusy}>
          <Show when={!isFull()} fallback={<Small>{fill(texts().full, { count: ENDPOINTS_MAX })}</Small>}>
            {create()}
          </Show>
        </Show>
      </Row>
    </>
  );
}

function EndpointItem(props: { endpoint: Endpoint }) {
  const events = () => {
    const { events: chosen } = props.endpoint;
    return chosen.length === 0 ? texts().allEvents : fill(texts().eventCount, { count: chosen.length });
  };
  return (
    <Item
      icon={<Webhook />}
      title={
        <TextLink href={webhookHref(props.endpoint.id)}>
          <Code>{props.endpoint.url}</Code>
        </TextLink>
      }
      badge={<StatusBadge status={props.endpoint.state} />}
    >
      <Show when={props.endpoint.description}>{(description) => <bdi>{description()}</bdi>}</Show>
      <span>{events()}</span>
      <Details
        details={[
          { name: texts().lastSuccess, value: <When at={props.endpoint.lastSuccessAt} /> },
          ...(props.endpoint.lastFailureAt
            ? [{ name: texts().lastFailure, value: <When at={props.endpoint.lastFailureAt} /> }]
            : []),
        ]}
      />
    </Item>
  );
}

function When(props: { at: string | null }) {
  return (
    <Show when={props.at} fallback={texts().none}>
      {(at) => <DateText at={at()} time />}
    </Show>
  );
}
