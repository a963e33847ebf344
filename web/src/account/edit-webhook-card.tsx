import { useAction } from "@solidjs/router";
import type { Endpoint } from "../../../schemas/webhooks.ts";
import { updateEndpoint } from "../data/webhooks.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { formTexts } from "../text/forms/texts.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row } from "../ui/layout.tsx";
import { judgedWebhook, WebhookFields, type WebhookInputs, webhookSchema } from "./webhook-fields.tsx";

export function EditWebhookCard(props: { endpoint: Endpoint; onSaved: () => void; onCancel: () => void }) {
  const send = useAction(updateEndpoint);
  const initial: WebhookInputs = {
    url: props.endpoint.url,
    description: props.endpoint.description,
    which: props.endpoint.events.length === 0 ? "all" : "some",
    events: props.endpoint.events,
  };
  const form = createForm({
    initial,
    schema: webhookSchema,
    judged: judgedWebhook,
    send: (data) => send(props.endpoint.id, data),
    sent: props.onSaved,
  });
  const texts = () => webhookTexts().form;
  return (
    <Card title={texts().editTitle}>
      <Form label={texts().editTitle} onSubmit={() => void form.submit()}>
        <FormProblem
          problem={form.problem()}
          labels={{ url: texts().url, description: texts().description, events: texts().events }}
        />
        <WebhookFields form={form} />
        <Row>
          <Button type="submit" loading={form.isSending()}>
            {texts().save}
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
