import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import {
  type Connector,
  type ConnectorPlatform,
  type CreatedConnector,
  createConnector as createSchema,
} from "../../../schemas/connectors.ts";
import { createConnector } from "../data/connectors.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { GuideSteps } from "../ui/guide-steps.tsx";
import { Form, Small } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";
import { stepsBefore } from "./connector-guide.tsx";
import { canBePolled, hasOwnSecret, isShop, judgedConnector, NEW_CONNECTOR, YOUCAN_API } from "./connector-inputs.ts";
import { PollingFields, pollingLabels } from "./connector-polling-fields.tsx";

const texts = () => integrationTexts().add;

interface ConnectorFormProps {
  readonly platform: ConnectorPlatform;
  readonly own: readonly Connector[];
  readonly onCreated: (created: CreatedConnector) => void;
}

/** What a platform needs from the merchant, after what to fetch there. */
export function ConnectorForm(props: ConnectorFormProps) {
  const send = useAction(createConnector);
  const needsPrefix = () => isShop(props.platform) && props.own.some(({ platform }) => isShop(platform));
  const form = createForm({
    initial: {
      ...NEW_CONNECTOR,
      name: integrationTexts().platforms[props.platform],
      isPolled: props.platform === "youcan",
      "polling.apiUrl": props.platform === "youcan" ? YOUCAN_API : "",
    },
    schema: createSchema,
    judged: (inputs) => judgedConnector(props.platform, inputs),
    send: (data) => send(data),
    sent: props.onCreated,
  });
  const steps = () => stepsBefore(props.platform);
  return (
    <Card>
      <Form label={texts().create} onSubmit={() => void form.submit()}>
        <Show when={steps().length > 0}>
          <GuideSteps steps={steps()} />
        </Show>
        <FormProblem
          problem={form.problem()}
          labels={{
            name: texts().name,
            secret: secretLabel(props.platform),
            orderIdPrefix: texts().prefix,
            ...pollingLabels(),
          }}
        />
        <Show when={hasOwnSecret(props.platform)}>
          <TextField
            {...form.text("secret")}
            type="password"
            label={secretLabel(props.platform)}
            hint={texts().secretHint}
            autocomplete="off"
            required
          />
        </Show>
        <TextField {...form.text("name")} label={texts().name} hint={texts().nameHint} maxlength={60} required />
        <Show when={isShop(props.platform) && (needsPrefix() || props.own.length > 0)}>
          <TextField
            {...form.text("orderIdPrefix")}
            label={texts().prefix}
            hint={needsPrefix() ? `${texts().prefixNeeded} ${texts().prefixHint}` : texts().prefixHint}
            maxlength={16}
            code
            required={needsPrefix()}
            optional={!needsPrefix()}
          />
        </Show>
        <Show when={canBePolled(props.platform)}>
          <Checkbox {...form.check("isPolled")}>{texts().poll}</Checkbox>
          <Small>{props.platform === "youcan" ? texts().pollYoucanText : texts().pollWooText}</Small>
          <Show when={form.values().isPolled}>
            <PollingFields platform={props.platform} form={form} />
          </Show>
        </Show>
        <div>
          <Button type="submit" loading={form.isSending()}>
            {texts().create}
          </Button>
        </div>
      </Form>
      <LeaveGuard when={form.isDirty()} />
    </Card>
  );
}

const secretLabel = (platform: ConnectorPlatform) =>
  platform === "youcan" ? texts().secretYoucan : texts().secretShopify;
