import { useAction } from "@solidjs/router";
import type { EndpointWithSecret } from "../../../schemas/webhooks.ts";
import { createEndpoint } from "../data/webhooks.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { formTexts } from "../text/forms/texts.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row } from "../ui/layout.tsx";
import { judgedWebhook, NEW_WEBHOOK, WebhookFields, webhookSchema } from "./webhook-fields.tsx";

export function CreateWebhookCard(props: { onCreated: (created: EndpointWithSecret) => void; onCancel: () => void }) {
  const send = useAction(createEndpoint);
  const form = createForm({
    initial: NEW_WEBHOOK,
    schema: webhookSchema,
    judged: judgedWebhook,
    send: (data) => send(data),
    sent: props.onCreated,
  });
  const texts = () => webhookTexts().form;
  return (
    <Card title={texts().createTitle}>
      <Form label={texts().createTitle} onSubmit={() => void form.submit()}>
        <FormProblem
          problem={form.problem()}
          labels={{ url: texts().url, description: texts().description, events: texts().events }}
        />
        <WebhookFields form={form} />
        <Row>
          <Button type="submit" loading={form.isSending()}>
            {texts().create}
          </Button>
          <Button variant="quiet" onClick={() => props.onCancel()}>
            {formTexts().cancel}
          </Button>
        </Row>
      </Form>
      <LeaveGuard when={form.isDirty()} />
    </Card>
  );
}
