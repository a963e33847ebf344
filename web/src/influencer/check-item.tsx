import { For, type JSX, Show } from "solid-js";
import type { FraudCase, FraudHit } from "../../../schemas/fraud.ts";
import { ownTitle, STATUS_OF, seenText } from "../fraud/fraud-words.ts";
import { textIn } from "../product-text.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Button } from "../ui/button.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Figures } from "../ui/figures.tsx";
import { Details } from "../ui/item-list.tsx";
import { Row, Small, Stack, Strong } from "../ui/layout.tsx";
import { Quote } from "../ui/quote.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { Why } from "../ui/why.tsx";

const texts = () => fraudTexts().own;

/** One check: its order or link, what was seen, what is held, both sides' words, and an answer while one may be given. */
export function CheckItem(props: { fraudCase: FraudCase; onAnswer: () => void }) {
  return (
    <Stack>
      <Row between>
        <Strong>{ownTitle(props.fraudCase)}</Strong>
        <StatusBadge status={STATUS_OF[props.fraudCase.state]} />
      </Row>
      <Details details={factsOf(props.fraudCase)} />
      <Stack gap="tight">
        <Small>{texts().whatWasSeen}</Small>
        <For each={props.fraudCase.hits}>{(hit) => <Seen hit={hit} />}</For>
      </Stack>
      <Show when={props.fraudCase.appeal}>
        {(appeal) => (
          <Stack gap="tight">
            <Small>{texts().yourWords}</Small>
            <Quote>{appeal().message}</Quote>
          </Stack>
        )}
      </Show>
      <Outcome fraudCase={props.fraudCase} />
      <Show when={props.fraudCase.mayAppeal}>
        <Row>
          <Button
            size="small"
            variant="secondary"
            label={`${answerText(props.fraudCase)}: ${ownTitle(props.fraudCase)}`}
            onClick={props.onAnswer}
          >
            {answerText(props.fraudCase)}
          </Button>
        </Row>
      </Show>
    </Stack>
  );
}

const answerText = ({ state }: FraudCase) => (state === "open" ? texts().explain : texts().appeal);

function Seen(props: { hit: FraudHit }) {
  return (
    <Row>
      <span>{seenText(props.hit)}</span>
      <Why of={fraudTexts().rules[props.hit.rule]}>{fraudTexts().reasons[props.hit.rule]}</Why>
    </Row>
  );
}

function Outcome(props: { fraudCase: FraudCase }) {
  const waiting = () => (props.fraudCase.reopenedAt === null ? texts().waiting : texts().secondLook);
  return (
    <Show when={props.fraudCase.decision} fallback={<Small>{waiting()}</Small>}>
      {(decision) => (
        <Stack gap="tight">
          <Small>
            {texts().decision} · <DateText at={decision().at} />
          </Small>
          <span>{decision().decision === "cleared" ? texts().clearedText : texts().rejectedText}</span>
          <Quote>{decision().reason}</Quote>
        </Stack>
      )}
    </Show>
  );
}

function factsOf(fraudCase: FraudCase): { name: string; value: JSX.Element }[] {
  const { product, orderedAt, merchant, state, heldMinor, openedAt } = fraudCase;
  const held = (
    <Figures main={<Amount minor={heldMinor} size="small" />} why={<Why of={texts().held}>{texts().heldWhy}</Why>} />
  );
  return [
    ...(product === null || orderedAt === null ? [] : [{ name: texts().product, value: <bdi>{textIn(product)}</bdi> }]),
    ...(merchant === null ? [] : [{ name: texts().merchant, value: <bdi>{merchant.name}</bdi> }]),
    { name: texts().openedAt, value: <DateText at={openedAt} /> },
    ...(state === "open" && heldMinor > 0 ? [{ name: texts().held, value: held }] : []),
  ];
}
