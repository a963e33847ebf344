import { createAsync, revalidate, useParams } from "@solidjs/router";
import ShieldQuestion from "lucide-solid/icons/shield-question-mark";
import { Show } from "solid-js";
import type { FraudCaseDetail } from "../../../schemas/fraud.ts";
import { fraudCase } from "../data/fraud.ts";
import { isolated, STATUS_OF, subjectText } from "../fraud/fraud-words.ts";
import { keepTitle } from "../page-title.ts";
import { GoneGuard } from "../shell/gone-guard.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Row, TextLink } from "../ui/layout.tsx";
import { MainAndSide } from "../ui/main-and-side.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { Tag } from "../ui/tag.tsx";
import { FraudComparison } from "./fraud-comparison.tsx";
import { FraudDecision } from "./fraud-decision.tsx";
import { FraudHistory } from "./fraud-history.tsx";
import { FraudHits } from "./fraud-hits.tsx";
import { FraudOrder } from "./fraud-order.tsx";
import { FraudOthers } from "./fraud-others.tsx";
import { FraudStake } from "./fraud-stake.tsx";

const texts = () => fraudTexts().page;

/** One case: what was noticed and what is usual, side by side, and the decision. */
export function FraudCasePage() {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => fraudCase(params.id));
  return (
    <Loaded shapes={["title", "line", "block", "block"]} again={() => void revalidate(fraudCase.key)}>
      <GoneGuard code="fraud.case_not_found" gone={<Gone />}>
        <Show when={found()?.id} keyed>
          {(_) => <Show when={found()}>{(known) => <KnownCase fraudCase={known()} />}</Show>}
        </Show>
      </GoneGuard>
    </Loaded>
  );
}

function KnownCase(props: { fraudCase: FraudCaseDetail }) {
  const title = () => fill(texts().title, { name: isolated(props.fraudCase.influencer.name) });
  keepTitle(() => `${title()}, ShareYourSales`);
  return (
    <>
      <PageHeader title={title()} lead={<Lead fraudCase={props.fraudCase} />} />
      <MainAndSide
        side={
          <>
            <FraudDecision fraudCase={props.fraudCase} />
            <FraudStake fraudCase={props.fraudCase} />
            <FraudOthers fraudCase={props.fraudCase} />
          </>
        }
      >
        <FraudHits fraudCase={props.fraudCase} />
        <Show when={props.fraudCase.order}>{(order) => <FraudOrder order={order()} />}</Show>
        <FraudComparison comparison={props.fraudCase.comparison} />
        <FraudHistory fraudCase={props.fraudCase} />
      </MainAndSide>
    </>
  );
}

function Lead(props: { fraudCase: FraudCaseDetail }) {
  return (
    <Row gap="normal">
      <StatusBadge status={STATUS_OF[props.fraudCase.state]} />
      <span>{subjectText(props.fraudCase)}</span>
      <Show when={props.fraudCase.escalated}>
        <Tag strong>{fraudTexts().queue.escalated}</Tag>
      </Show>
      <Show when={props.fraudCase.reopenedAt}>
        <Tag>{fraudTexts().queue.reopened}</Tag>
      </Show>
      <TextLink href="/admin/fraud">{texts().back}</TextLink>
    </Row>
  );
}

function Gone() {
  keepTitle(() => `${texts().gone}, ShareYourSales`);
  return (
    <>
      <PageHeader title={texts().gone} />
      <EmptyState
        icon={<ShieldQuestion />}
        title={texts().gone}
        text={texts().goneText}
        action={<Button href="/admin/fraud">{texts().back}</Button>}
      />
    </>
  );
}
