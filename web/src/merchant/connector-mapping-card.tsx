import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import { type Connector, type LabelMeaning, statusMapping } from "../../../schemas/connectors.ts";
import { updateConnector } from "../data/connectors.ts";
import { createForm } from "../form.ts";
import { createTask } from "../task.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Columns, Form, Small, Stack, Strong } from "../ui/layout.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { TextField } from "../ui/text-field.tsx";
import { ToneTag } from "../ui/tone-tag.tsx";
import { meaningOptions } from "./connector-meanings.ts";

const texts = () => integrationTexts().mapping;

interface Entry {
  readonly label: string;
  readonly meaning: LabelMeaning;
}
const entriesOf = (mapping: Connector["statusMapping"]): Entry[] =>
  Object.entries(mapping).map(([label, meaning]) => ({ label, meaning }));

/** What the platform's labels mean: the merchant's own entries, one more, and the table they stand above. */
export function MappingCard(props: { connector: Connector }) {
  const change = useAction(updateConnector);
  const own = () => entriesOf(props.connector.statusMapping);
  const defaults = () => entriesOf(props.connector.defaultMapping);
  const taking = createTask((label: string) => {
    const { [label]: _, ...rest } = props.connector.statusMapping;
    return change(props.connector.id, { statusMapping: rest });
  });
  return (
    <Card title={texts().title} text={texts().text}>
      <Stack>
        <Strong>{texts().own}</Strong>
        <FormProblem problem={taking.problem()} />
        <DataTable
          caption={texts().own}
          rows={own()}
          empty={<Small>{texts().noOwn}</Small>}
          columns={[
            { head: texts().label, lead: true, cell: (entry) => <bdi>{entry.label}</bdi> },
            { head: texts().means, cell: (entry) => <Meaning meaning={entry.meaning} /> },
            {
              head: texts().takeAway,
              action: true,
              number: true,
              cell: (entry) => (
                <Button
                  variant="quiet"
                  size="small"
                  label={`${texts().takeAway}: ${entry.label}`}
                  onClick={() => void taking.run(entry.label)}
                >
                  {texts().takeAway}
                </Button>
              ),
            },
          ]}
        />
        <AddEntry connector={props.connector} />
        <Show when={defaults().length > 0}>
          <Disclosure title={texts().defaults}>
            <FactList
              facts={defaults().map(({ label, meaning }) => ({ name: label, value: <Meaning meaning={meaning} /> }))}
            />
          </Disclosure>
        </Show>
      </Stack>
    </Card>
  );
}

function Meaning(props: { meaning: LabelMeaning }) {
  return (
    <Show when={props.meaning !== "none" && props.meaning} fallback={<ToneTag tone="neutral">{texts().none}</ToneTag>}>
      {(status) => <StatusBadge status={status()} />}
    </Show>
  );
}

function AddEntry(props: { connector: Connector }) {
  const change = useAction(updateConnector);
  const form = createForm({
    initial: { label: "", meaning: "delivered" },
    schema: statusMapping,
    judged: ({ label, meaning }) => ({ ...props.connector.statusMapping, [label.trim()]: meaning }),
    send: (mapping) => change(props.connector.id, { statusMapping: mapping }),
    sent: () => form.reset(),
  });
  return (
    <Form label={texts().addTitle} onSubmit={() => void form.submit()}>
      <FormProblem problem={form.problem()} labels={{ label: texts().label }} />
      <Columns count={2}>
        <TextField {...form.text("label")} label={texts().label} maxlength={80} autocomplete="off" required />
        <SelectField {...form.text("meaning")} label={texts().means} options={meaningOptions()} />
      </Columns>
      <div>
        <Button type="submit" variant="secondary" size="small" loading={form.isSending()}>
          {texts().add}
        </Button>
      </div>
    </Form>
  );
}
