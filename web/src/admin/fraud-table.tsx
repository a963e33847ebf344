import { Show } from "solid-js";
import type { FraudCase } from "../../../schemas/fraud.ts";
import { rulesText, STATUS_OF, subjectText } from "../fraud/fraud-words.ts";
import { textIn } from "../product-text.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Figure } from "../ui/figure.tsx";
import { Row, Small, Stack, TextLink } from "../ui/layout.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { Tag } from "../ui/tag.tsx";

const texts = () => fraudTexts().queue;

/** The queue: who, what was noticed, how much it weighs, since when, and the money that waits. */
export function FraudTable(props: { cases: readonly FraudCase[] }) {
  const columns = (): readonly Column<FraudCase>[] => [
    { head: texts().influencer, lead: true, cell: (row) => <Who fraudCase={row} /> },
    { head: texts().noticed, cell: (row) => rulesText(row.hits) },
    { head: texts().points, number: true, cell: (row) => <Figure>{row.score}</Figure> },
    { head: texts().held, number: true, lead: true, cell: (row) => <Amount minor={row.heldMinor} /> },
    { head: texts().age, cell: (row) => <DateText at={row.openedAt} /> },
    { head: texts().state, cell: (row) => <State fraudCase={row} /> },
  ];
  return <DataTable caption={texts().title} rows={props.cases} columns={columns()} />;
}

function Who(props: { fraudCase: FraudCase }) {
  return (
    <Stack gap="tight">
      <TextLink href={`/admin/fraud/${props.fraudCase.id}`}>
        <bdi>{props.fraudCase.influencer.name}</bdi>
      </TextLink>
      <Small>
        {subjectText(props.fraudCase)}
        <Show when={props.fraudCase.product}>
          {(product) => (
            <>
              {" · "}
              <bdi>{textIn(product())}</bdi>
            </>
          )}
        </Show>
      </Small>
    </Stack>
  );
}

function State(props: { fraudCase: FraudCase }) {
  return (
    <Row gap="tight">
      <StatusBadge status={STATUS_OF[props.fraudCase.state]} />
      <Show when={props.fraudCase.escalated}>
        <Tag strong>{texts().escalated}</Tag>
      </Show>
      <Show when={props.fraudCase.reopenedAt} fallback={<Answered fraudCase={props.fraudCase} />}>
        <Tag>{texts().reopened}</Tag>
      </Show>
    </Row>
  );
}

function Answered(props: { fraudCase: FraudCase }) {
  return (
    <Show when={props.fraudCase.appeal}>
      <Tag>{texts().answered}</Tag>
    </Show>
  );
}
