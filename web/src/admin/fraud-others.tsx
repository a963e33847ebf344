import { Show } from "solid-js";
import type { FraudCaseDetail } from "../../../schemas/fraud.ts";
import { formatDate } from "../dates.ts";
import { isolated, STATUS_OF } from "../fraud/fraud-words.ts";
import { locale } from "../locale.tsx";
import { fill } from "../text/fill.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Card } from "../ui/card.tsx";
import { ItemList } from "../ui/item-list.tsx";
import { Inset, Row, Small, TextLink } from "../ui/layout.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";

const texts = () => fraudTexts().page;

/** The influencer's other cases. */
export function FraudOthers(props: { fraudCase: FraudCaseDetail }) {
  return (
    <Card title={texts().others} text={texts().othersText} flush>
      <Show
        when={props.fraudCase.others.length > 0}
        fallback={
          <Inset>
            <Small>{texts().noOthers}</Small>
          </Inset>
        }
      >
        <ItemList label={texts().others} items={props.fraudCase.others}>
          {(other) => (
            <Row between>
              <TextLink href={`/admin/fraud/${other.id}`}>
                {fill(texts().openOther, { date: isolated(formatDate(other.openedAt, locale())) })}
              </TextLink>
              <StatusBadge status={STATUS_OF[other.state]} />
            </Row>
          )}
        </ItemList>
      </Show>
    </Card>
  );
}
