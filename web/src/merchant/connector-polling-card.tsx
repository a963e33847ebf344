import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { type Connector, updateConnector as updateSchema } from "../../../schemas/connectors.ts";
import { updateConnector } from "../data/connectors.ts";
import { createForm } from "../form.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DateText } from "../ui/date-text.tsx";
import { FormDialog } from "../ui/form-dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Details } from "../ui/item-list.tsx";
import { Row, Small, Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { judgedPolling, YOUCAN_API } from "./connector-inputs.ts";
import { PollingFields, pollingLabels } from "./connector-polling-fields.tsx";

const texts = () => integrationTexts().polling;
type Polling = NonNullable<Connector["polling"]>;

/** How the shop is asked for changed orders, and whether it answers. */
export function PollingCard(props: { connector: Connector }) {
  const [isEditing, setEditing] = createSignal(false);
  const change = useAction(updateConnector);
  const stopping = createTask(() => change(props.connector.id, { polling: null }));
  const isOn = () => props.connector.polling !== null;
  return (
    <Card title={texts().title}>
      <Stack>
        <Show when={props.connector.polling} fallback={<Small>{texts().off}</Small>}>
          {(polling) => <PollingFacts polling={polling()} />}
        </Show>
        <FormProblem problem={stopping.problem()} />
        <Row>
          <Button variant="secondary" size="small" onClick={() => setEditing(true)}>
            {isOn() ? texts().change : texts().turnOn}
          </Button>
          <Show when={isOn()}>
            <Button variant="quiet" size="small" loading={stopping.isRunning()} onClick={() => void stopping.run()}>
              {texts().turnOff}
            </Button>
          </Show>
        </Row>
      </Stack>
      <Show when={isEditing()}>
        <PollingDialog connector={props.connector} onClose={() => setEditing(false)} />
      </Show>
    </Card>
  );
}

function PollingFacts(props: { polling: Polling }) {
  return (
    <>
      <Show when={props.polling.lastError}>
        {(error) => (
          <Notice tone="loss" title={texts().failed}>
            {error()}
          </Notice>
        )}
      </Show>
      <Code>{props.polling.apiUrl}</Code>
      <Small>{fill(texts().every, { count: props.polling.everyMinutes })}</Small>
      <Details
        details={[
          {
            name: texts().last,
            value: (
              <Show when={props.polling.lastPolledAt} fallback={texts().never}>
                {(at) => <DateText at={at()} time />}
              </Show>
            ),
          },
          { name: texts().next, value: <DateText at={props.polling.nextPollAt} time /> },
        ]}
      />
    </>
  );
}

const pollingSchema = updateSchema.pick({ polling: true });

function PollingDialog(props: { connector: Connector; onClose: () => void }) {
  const change = useAction(updateConnector);
  const { polling, platform } = props.connector;
  const form = createForm({
    initial: {
      "polling.apiUrl": polling?.apiUrl ?? (platform === "youcan" ? YOUCAN_API : ""),
      "polling.token": "",
      "polling.everyMinutes": String(polling?.everyMinutes ?? 15),
    },
    schema: pollingSchema,
    judged: (inputs) => ({ polling: judgedPolling(inputs) }),
    send: (data) => change(props.connector.id, data),
    sent: () => props.onClose(),
  });
  return (
    <FormDialog
      open
      title={texts().title}
      text={platform === "youcan" ? integrationTexts().add.pollYoucanText : integrationTexts().add.pollWooText}
      act={integrationTexts().page.save}
      problem={form.problem()}
      labels={pollingLabels()}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={props.onClose}
    >
      <PollingFields platform={platform} form={form} />
    </FormDialog>
  );
}
