import { createSignal, Show } from "solid-js";
import type { DecideFraud, FraudCaseDetail } from "../../../schemas/fraud.ts";
import { formatDate } from "../dates.ts";
import { isolated, STATUS_OF } from "../fraud/fraud-words.ts";
import { locale } from "../locale.tsx";
import { useSession } from "../session.tsx";
import { fill } from "../text/fill.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Row, Small, Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { Quote } from "../ui/quote.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { FraudDecideDialog } from "./fraud-decide-dialog.tsx";

const texts = () => fraudTexts().decide;

/** The decision: to be made, or made and why. */
export function FraudDecision(props: { fraudCase: FraudCaseDetail }) {
  return (
    <Show when={props.fraudCase.decision} fallback={<ToDecide fraudCase={props.fraudCase} />}>
      {(decision) => (
        <Card
          title={fill(texts().decided, { date: isolated(formatDate(decision().at, locale())) })}
          action={<StatusBadge status={STATUS_OF[decision().decision]} />}
        >
          <Quote>{decision().reason}</Quote>
        </Card>
      )}
    </Show>
  );
}

function ToDecide(props: { fraudCase: FraudCaseDetail }) {
  const session = useSession();
  const [deciding, setDeciding] = createSignal<DecideFraud["decision"]>();
  const hasScope = () => session.user()?.scopes.some((scope) => scope === "compliance" || scope === "owner");
  return (
    <Card title={texts().title} text={texts().lead}>
      <Show
        when={props.fraudCase.mayDecide}
        fallback={
          <Show when={hasScope()} fallback={<Small>{texts().notYours}</Small>}>
            <Notice tone="info">{texts().second}</Notice>
          </Show>
        }
      >
        <Stack>
          <Show when={props.fraudCase.appeal}>{(appeal) => <Quote>{appeal().message}</Quote>}</Show>
          <Row>
            <Button onClick={() => setDeciding("cleared")}>{texts().clear}</Button>
            <Button variant="danger" onClick={() => setDeciding("rejected")}>
              {texts().reject}
            </Button>
          </Row>
        </Stack>
      </Show>
      <FraudDecideDialog fraudCase={props.fraudCase} decision={deciding()} onClose={() => setDeciding()} />
    </Card>
  );
}
