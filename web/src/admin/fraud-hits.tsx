import { Show } from "solid-js";
import { CASE_SCORE, type FraudCaseDetail, type FraudHit } from "../../../schemas/fraud.ts";
import { seenText, usualFacts } from "../fraud/fraud-words.ts";
import { fill } from "../text/fill.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Card } from "../ui/card.tsx";
import { Figure } from "../ui/figure.tsx";
import { Details, Item, ItemList } from "../ui/item-list.tsx";
import { Row } from "../ui/layout.tsx";
import { Tag } from "../ui/tag.tsx";
import { Why } from "../ui/why.tsx";

const texts = () => fraudTexts().page;

/** Each rule that hit: what was seen in a sentence, what is usual beside it, and why one looks at that. */
export function FraudHits(props: { fraudCase: FraudCaseDetail }) {
  const total = () => fill(texts().total, { count: props.fraudCase.score, limit: CASE_SCORE });
  return (
    <Card title={texts().noticed} text={total()} flush>
      <ItemList label={texts().noticed} items={props.fraudCase.hits}>
        {(hit) => <Hit hit={hit} />}
      </ItemList>
    </Card>
  );
}

function Hit(props: { hit: FraudHit }) {
  const name = () => fraudTexts().rules[props.hit.rule];
  const usual = () => usualFacts(props.hit).map((fact) => ({ ...fact, value: <Figure>{fact.value}</Figure> }));
  return (
    <Item title={name()} badge={<Tag>{fill(texts().points, { count: props.hit.score })}</Tag>}>
      <Row>
        <span>{seenText(props.hit)}</span>
        <Why of={name()}>{fraudTexts().reasons[props.hit.rule]}</Why>
      </Row>
      <Show when={usual().length > 0}>
        <Details details={usual()} />
      </Show>
    </Item>
  );
}
