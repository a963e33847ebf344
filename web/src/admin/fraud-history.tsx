import Eye from "lucide-solid/icons/eye";
import FolderOpen from "lucide-solid/icons/folder-open";
import { For, Show } from "solid-js";
import type { FraudCaseDetail } from "../../../schemas/fraud.ts";
import { fill } from "../text/fill.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Card } from "../ui/card.tsx";
import { Exchange, Said } from "../ui/exchange.tsx";
import { Quote } from "../ui/quote.tsx";

const texts = () => fraudTexts().page;
type Step = FraudCaseDetail["timeline"][number];

/** What happened to the case, and what people said, oldest first. */
export function FraudHistory(props: { fraudCase: FraudCaseDetail }) {
  return (
    <Card title={texts().history}>
      <Exchange label={texts().history}>
        <For each={props.fraudCase.timeline}>{(step) => <HistoryStep step={step} />}</For>
      </Exchange>
    </Card>
  );
}

function HistoryStep(props: { step: Step }) {
  const act = () => {
    const { kind, rule } = props.step;
    if (kind === "noticed" && rule !== null) return fill(texts().noticedAt, { rule: fraudTexts().rules[rule] });
    const acts = {
      opened: texts().opened,
      noticed: texts().noticed,
      explained: texts().explained,
      appealed: texts().appealed,
      cleared: texts().clearedBy,
      rejected: texts().rejectedBy,
    };
    return acts[kind];
  };
  const icon = () => (props.step.kind === "opened" ? <FolderOpen /> : <Eye />);
  return (
    <Show when={props.step.by} fallback={<Said icon={icon()} act={act()} at={props.step.at} />}>
      {(name) => (
        <Said name={name()} act={act()} at={props.step.at}>
          <Show when={props.step.message}>{(message) => <Quote>{message()}</Quote>}</Show>
        </Said>
      )}
    </Show>
  );
}
