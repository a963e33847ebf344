import { useAction } from "@solidjs/router";
import type { Endpoint } from "../../../schemas/webhooks.ts";
import { updateEndpoint } from "../data/webhooks.ts";
import { createForm } from "../form.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { judgedWebhook, type WebhookInputs, webhookSchema } from "./webhook-fields.tsx";
import { WebhookFormCard } from "./webhook-form-card.tsx";

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
  return <WebhookFormCard title={texts().editTitle} form={form} send={texts().save} onCancel={props.onCancel} />;
}
