import { useAction } from "@solidjs/router";
import type { Connector, LabelMeaning } from "../../../schemas/connectors.ts";
import { updateConnector } from "../data/connectors.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Card } from "../ui/card.tsx";
import { DateText } from "../ui/date-text.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Item, ItemList } from "../ui/item-list.tsx";
import { Gutter } from "../ui/layout.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { meaningOf, meaningOptions } from "./connector-meanings.ts";

const texts = () => integrationTexts().mapping;

/** Labels that no table knows: choosing what one means is all there is to do. */
export function UnknownLabelsCard(props: { connector: Connector }) {
  const change = useAction(updateConnector);
  const mapping = createTask((label: string, meaning: LabelMeaning) =>
    change(props.connector.id, { statusMapping: { ...props.connector.statusMapping, [label]: meaning } }),
  );
  const choose = (label: string, value: string) => {
    const meaning = meaningOf(value);
    if (meaning !== undefined) void mapping.run(label, meaning);
  };
  return (
    <Card title={texts().unknownTitle} text={texts().unknownText} flush>
      <Gutter>
        <FormProblem problem={mapping.problem()} />
      </Gutter>
      <ItemList label={texts().unknownTitle} items={props.connector.unknownLabels}>
        {(unknown) => (
          <Item
            title={<bdi>{unknown.label}</bdi>}
            action={
              <SelectField
                name={`means-${encodeURIComponent(unknown.label)}`}
                label={fill(texts().meansOf, { label: `\u2068${unknown.label}\u2069` })}
                options={meaningOptions()}
                empty
                disabled={mapping.isRunning()}
                onChange={(value) => choose(unknown.label, value)}
              />
            }
          >
            <span>
              {fill(texts().times, { count: formatCount(unknown.count, locale()) })} <DateText at={unknown.lastAt} />
            </span>
          </Item>
        )}
      </ItemList>
    </Card>
  );
}
