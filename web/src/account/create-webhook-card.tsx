import { useAction } from "@solidjs/router";
import type { EndpointWithSecret } from "../../../schemas/webhooks.ts";
import { createEndpoint } from "../data/webhooks.ts";
import { createForm } from "../form.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { judgedWebhook, NEW_WEBHOOK, webhookSchema } from "./webhook-fields.tsx";
import { WebhookFormCard } from "./webhook-form-card.tsx";

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
  return <WebhookFormCard title={texts().createTitle} form={form} send={texts().create} onCancel={props.onCancel} />;
}
