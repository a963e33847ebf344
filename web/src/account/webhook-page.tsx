import { createAsync, revalidate, useParams } from "@solidjs/router";
import Unplug from "lucide-solid/icons/unplug";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { Endpoint } from "../../../schemas/webhooks.ts";
import { endpoint } from "../data/webhooks.ts";
import { GoneGuard } from "../shell/gone-guard.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { listText } from "../text/list-text.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Details } from "../ui/item-list.tsx";
import { Row, Small, Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { EditWebhookCard } from "./edit-webhook-card.tsx";
import { SavedNotice } from "./saved-notice.tsx";
import { WebhookActs } from "./webhook-acts.tsx";
import { WebhookLogCard } from "./webhook-log-card.tsx";
import { WebhookSecret } from "./webhook-secret.tsx";
import { WebhookVerifyCard } from "./webhook-verify-card.tsx";

const texts = () => webhookTexts().page;

/** One endpoint: how it is, what was sent, and how its signatures are verified. */
export function WebhookPage() {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => endpoint(params.id));
  return (
    <Loaded shapes={["title", "line", "block"]} again={() => void revalidate(endpoint.key)}>
      <GoneGuard code="endpoint.not_found" gone={<Gone />}>
        <Show when={found()?.id} keyed>
          {(_) => <Show when={found()}>{(known) => <KnownEndpoint endpoint={known()} />}</Show>}
        </Show>
      </GoneGuard>
    </Loaded>
  );
}

function KnownEndpoint(props: { endpoint: Endpoint }) {
  const [isEditing, setEditing] = createSignal(false);
  const [secret, setSecret] = createSignal<string>();
  const [said, setSaid] = createSignal<"saved" | "tested">();
  return (
    <Stack gap="loose">
      <Switch>
        <Match when={secret()}>
          {(made) => <WebhookSecret secret={made()} isRotated onKept={() => setSecret()} />}
        </Match>
        <Match when={isEditing()}>
          <EditWebhookCard
            endpoint={props.endpoint}
            onSaved={() => {
              setEditing(false);
              setSaid("saved");
            }}
            onCancel={() => setEditing(false)}
          />
        </Match>
      </Switch>
      <PausedNotice endpoint={props.endpoint} />
      <SavedNotice when={said() === "saved"} text={texts().saved} />
      <SavedNotice when={said() === "tested"} text={texts().tested} />
      <Card>
        <Stack>
          <EndpointFacts endpoint={props.endpoint} />
          <WebhookActs
            endpoint={props.endpoint}
            onEdit={() => setEditing(true)}
            onSecret={setSecret}
            onTested={() => setSaid("tested")}
          />
        </Stack>
      </Card>
      <WebhookLogCard endpoint={props.endpoint} />
      <WebhookVerifyCard />
    </Stack>
  );
}

function EndpointFacts(props: { endpoint: Endpoint }) {
  const list = () => webhookTexts().list;
  const events = () =>
    props.endpoint.events.length === 0
      ? list().allEvents
      : listText(props.endpoint.events.map((event) => webhookTexts().events[event]));
  return (
    <>
      <Row>
        <Code>{props.endpoint.url}</Code>
        <StatusBadge status={props.endpoint.state} />
      </Row>
      <Show when={props.endpoint.description}>
        {(description) => (
          <Small>
            <bdi>{description()}</bdi>
          </Small>
        )}
      </Show>
      <Small>{events()}</Small>
      <Details
        details={[
          { name: list().lastSuccess, value: <When at={props.endpoint.lastSuccessAt} /> },
          { name: list().lastFailure, value: <When at={props.endpoint.lastFailureAt} /> },
          { name: texts().createdAt, value: <When at={props.endpoint.createdAt} /> },
        ]}
      />
      <Show when={props.endpoint.oldSecretUntil}>
        {(until) => (
          <Small>
            {texts().oldSecret} <DateText at={until()} time />.
          </Small>
        )}
      </Show>
    </>
  );
}

function When(props: { at: string | null }) {
  return (
    <Show when={props.at} fallback={webhookTexts().list.none}>
      {(at) => <DateText at={at()} time />}
    </Show>
  );
}

function PausedNotice(props: { endpoint: Endpoint }) {
  return (
    <Show when={props.endpoint.pausedBy}>
      {(by) => (
        <Notice tone={by() === "failures" ? "loss" : "attention"}>
          {by() === "failures" ? texts().pausedByFailures : texts().pausedByOwner}
        </Notice>
      )}
    </Show>
  );
}

function Gone() {
  return (
    <EmptyState
      icon={<Unplug />}
      title={texts().gone}
      text={texts().goneText}
      action={<Button href="/settings/webhooks">{texts().showAll}</Button>}
    />
  );
}
