import { createAsync, revalidate, useParams } from "@solidjs/router";
import Unplug from "lucide-solid/icons/unplug";
import { Show } from "solid-js";
import type { Connector } from "../../../schemas/connectors.ts";
import { connectors } from "../data/connectors.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Button } from "../ui/button.tsx";
import { Code } from "../ui/code.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { GuideSteps } from "../ui/guide-steps.tsx";
import { Details } from "../ui/item-list.tsx";
import { Row, Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { ConnectorActs } from "./connector-acts.tsx";
import { stepsAfter } from "./connector-guide.tsx";
import { canBePolled } from "./connector-inputs.ts";
import { ConnectorLogCard } from "./connector-log-card.tsx";
import { MappingCard } from "./connector-mapping-card.tsx";
import { INTEGRATIONS } from "./connector-place.ts";
import { PollingCard } from "./connector-polling-card.tsx";
import { UnknownLabelsCard } from "./connector-unknown-labels-card.tsx";

const texts = () => integrationTexts().page;

/** One connector: what needs an answer first, then what it brought, then how it is set. */
export function ConnectorPage() {
  const params = useParams<{ id: string }>();
  const listed = createAsync(() => connectors());
  const found = () => listed()?.find(({ id }) => id === params.id);
  return (
    <Loaded shapes={["title", "line", "block", "block"]} again={() => void revalidate(connectors.key)}>
      <Show when={listed()}>
        <Show when={found()?.id} keyed fallback={<Gone />}>
          {(_) => <Show when={found()}>{(known) => <KnownConnector connector={known()} />}</Show>}
        </Show>
      </Show>
    </Loaded>
  );
}

function KnownConnector(props: { connector: Connector }) {
  keepTitle(() => `${props.connector.name}, ShareYourSales`);
  const isActive = () => props.connector.state === "active";
  return (
    <>
      <PageHeader
        title={`\u2068${props.connector.name}\u2069`}
        lead={
          <Row>
            {integrationTexts().platforms[props.connector.platform]}
            <StatusBadge status={isActive() ? "active" : "paused"} />
          </Row>
        }
        actions={<ConnectorActs connector={props.connector} />}
      />
      <Show when={!isActive()}>
        <Notice tone="attention">{texts().paused}</Notice>
      </Show>
      <Stack gap="loose">
        <Show when={props.connector.unknownLabels.length > 0}>
          <UnknownLabelsCard connector={props.connector} />
        </Show>
        <ConnectorFacts connector={props.connector} />
        <ConnectorLogCard connector={props.connector} />
        <Show when={props.connector.platform !== "postback" || Object.keys(props.connector.statusMapping).length > 0}>
          <MappingCard connector={props.connector} />
        </Show>
        <Show when={canBePolled(props.connector.platform)}>
          <PollingCard connector={props.connector} />
        </Show>
      </Stack>
    </>
  );
}

function ConnectorFacts(props: { connector: Connector }) {
  return (
    <>
      <CopyField label={texts().url} value={props.connector.webhookUrl} />
      <Show when={props.connector.platform === "postback"}>
        <CopyField label={texts().key} value={props.connector.id} />
      </Show>
      <Details
        details={[
          { name: texts().createdAt, value: <DateText at={props.connector.createdAt} /> },
          ...(props.connector.orderIdPrefix === null
            ? []
            : [{ name: texts().prefix, value: <Code>{props.connector.orderIdPrefix}</Code> }]),
        ]}
      />
      <Disclosure title={texts().guide}>
        <GuideSteps steps={stepsAfter(props.connector, null)} />
      </Disclosure>
    </>
  );
}

function Gone() {
  keepTitle(() => `${texts().gone}, ShareYourSales`);
  return (
    <>
      <PageHeader title={texts().gone} />
      <EmptyState
        icon={<Unplug />}
        title={texts().gone}
        text={texts().goneText}
        action={<Button href={INTEGRATIONS}>{texts().showAll}</Button>}
      />
    </>
  );
}
