import { useAction } from "@solidjs/router";
import { For, Show } from "solid-js";
import {
  type ApiScope,
  type CreatedApiKey,
  createApiKey as createSchema,
  SCOPES_OF,
} from "../../../schemas/api-keys.ts";
import type { Role } from "../../../schemas/users.ts";
import { createApiKey } from "../data/users.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { accountTexts } from "../text/account/texts.ts";
import { formTexts } from "../text/forms/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { FieldGroup } from "../ui/field-group.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row } from "../ui/layout.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";

const DAY_MS = 24 * 60 * 60_000;

// A secret key that may do nothing is refused by the API too; said here before it is sent.
const schema = createSchema.refine(({ kind, scopes }) => kind === "publishable" || scopes.length > 0, {
  path: ["scopes"],
  params: { code: "value.missing" },
});

interface CreateApiKeyCardProps {
  readonly role: Role;
  readonly onCreated: (key: CreatedApiKey) => void;
  readonly onCancel: () => void;
}

export function CreateApiKeyCard(props: CreateApiKeyCardProps) {
  const send = useAction(createApiKey);
  const form = createForm({
    initial: { name: "", kind: "secret", scopes: NO_SCOPES, days: "" },
    schema,
    judged: ({ name, kind, scopes, days }) => ({
      name,
      kind,
      scopes: kind === "publishable" ? [] : scopes,
      ...(days === "" ? {} : { expiresAt: new Date(Date.now() + Number(days) * DAY_MS).toISOString() }),
    }),
    send: (data) => send(data),
    sent: props.onCreated,
  });
  const texts = () => accountTexts().keys;
  return (
    <Card title={texts().createTitle}>
      <Form label={texts().createTitle} onSubmit={() => void form.submit()}>
        <FormProblem
          problem={form.problem()}
          labels={{ name: texts().name, scopes: texts().scopes, expiresAt: texts().expires }}
        />
        <TextField {...form.text("name")} label={texts().name} hint={texts().nameHint} autocomplete="off" required />
        <Show when={props.role === "merchant"}>
          <ChoiceCards
            legend={texts().kind}
            name="kind"
            value={form.values().kind}
            onChange={(kind) => form.set("kind", kind)}
            choices={[
              { value: "secret", title: texts().secret, text: texts().secretDetail },
              { value: "publishable", title: texts().publishable, text: texts().publishableDetail },
            ]}
          />
        </Show>
        <Show when={form.values().kind === "secret"}>
          <Scopes
            offered={SCOPES_OF[props.role]}
            chosen={form.values().scopes}
            error={form.errorOf("scopes")}
            onChange={(scopes) => form.set("scopes", scopes)}
          />
        </Show>
        <SelectField
          {...form.text("days")}
          label={texts().expires}
          options={[
            { value: "", text: texts().never },
            { value: "30", text: texts().in30 },
            { value: "90", text: texts().in90 },
            { value: "365", text: texts().in365 },
          ]}
        />
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

const NO_SCOPES: readonly string[] = [];

function Scopes(props: {
  offered: readonly ApiScope[];
  chosen: readonly string[];
  error: string | undefined;
  onChange: (scopes: readonly string[]) => void;
}) {
  const change = (scope: ApiScope, isChosen: boolean) =>
    props.onChange(isChosen ? [...props.chosen, scope] : props.chosen.filter((other) => other !== scope));
  return (
    <FieldGroup
      name="scopes"
      legend={accountTexts().keys.scopes}
      error={props.error && accountTexts().keys.scopesNeeded}
    >
      <For each={props.offered}>
        {(scope) => (
          <Checkbox
            name={scope}
            checked={props.chosen.includes(scope)}
            onChange={(isChosen) => change(scope, isChosen)}
          >
            {accountTexts().scopes[scope]}
          </Checkbox>
        )}
      </For>
    </FieldGroup>
  );
}
