import { For, Show } from "solid-js";
import type * as z from "zod";
import { createEndpoint, WEBHOOK_EVENTS, type WebhookEvent } from "../../../schemas/webhooks.ts";
import type { createForm } from "../form.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { FieldGroup } from "../ui/field-group.tsx";
import { TextField } from "../ui/text-field.tsx";

const NO_EVENTS: readonly string[] = [];

/** What the form of an endpoint holds. */
export const NEW_WEBHOOK = { url: "", description: "", which: "all", events: NO_EVENTS };
export type WebhookInputs = typeof NEW_WEBHOOK;

// A test is sent by hand, whatever is chosen.
const CHOOSABLE = WEBHOOK_EVENTS.filter((event) => event !== "webhook.test");

/** What was typed as the API takes it. A choice of some events with none ticked is no list at all: it would mean all. */
export function judgedWebhook({ url, description, which, events }: WebhookInputs) {
  const some = events.length === 0 ? undefined : events;
  return { url: url.trim(), description, events: which === "all" ? [] : some };
}

/** Both forms say the events: none is a fault. */
export const webhookSchema = createEndpoint.extend({ events: createEndpoint.shape.events.unwrap() });

export type WebhookForm = Omit<ReturnType<typeof createForm<WebhookInputs, z.ZodType, unknown>>, "reset">;

/** Where to, and what of. */
export function WebhookFields(props: { form: WebhookForm }) {
  const texts = () => webhookTexts().form;
  const events = () => props.form.values().events;
  const change = (event: WebhookEvent, isChosen: boolean) =>
    props.form.set("events", isChosen ? [...events(), event] : events().filter((other) => other !== event));
  return (
    <>
      <TextField
        {...props.form.text("url")}
        type="url"
        inputmode="url"
        label={texts().url}
        hint={texts().urlHint}
        placeholder="https://"
        autocomplete="off"
        required
      />
      <TextField
        {...props.form.text("description")}
        label={texts().description}
        hint={texts().descriptionHint}
        maxlength={120}
        autocomplete="off"
        optional
      />
      <ChoiceCards
        legend={texts().which}
        name="which"
        value={props.form.values().which}
        onChange={(which) => props.form.set("which", which)}
        choices={[
          { value: "all", title: texts().all, text: texts().allText },
          { value: "some", title: texts().some, text: texts().someText },
        ]}
      />
      <Show when={props.form.values().which === "some"}>
        <FieldGroup name="events" legend={texts().events} error={props.form.errorOf("events") && texts().eventsNeeded}>
          <For each={CHOOSABLE}>
            {(event) => (
              <Checkbox
                name={event}
                checked={events().includes(event)}
                onChange={(isChosen) => change(event, isChosen)}
              >
                {webhookTexts().events[event]}
              </Checkbox>
            )}
          </For>
        </FieldGroup>
      </Show>
    </>
  );
}
