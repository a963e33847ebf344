import { createSignal, Show } from "solid-js";
import type { WebhookDelivery } from "../../../schemas/webhooks.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { fill } from "../text/fill.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { Button } from "../ui/button.tsx";
import { Code } from "../ui/code.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Figure } from "../ui/figure.tsx";
import { Details, Item } from "../ui/item-list.tsx";
import { Row } from "../ui/layout.tsx";
import { type TagTone, ToneTag } from "../ui/tone-tag.tsx";

const texts = () => webhookTexts().log;
const TONES: Readonly<Record<WebhookDelivery["state"], TagTone>> = {
  waiting: "attention",
  delivered: "success",
  failed: "loss",
};

interface WebhookDeliveryItemProps {
  readonly delivery: WebhookDelivery;
  readonly canReplay: boolean;
  readonly onReplay: () => void;
}

/** What was told, when, what became of it, and the body for those who ask. */
export function WebhookDeliveryItem(props: WebhookDeliveryItemProps) {
  const [isShown, setShown] = createSignal(false);
  const event = () => webhookTexts().events[props.delivery.event];
  const words = () => ({
    waiting: texts().stateWaiting,
    delivered: texts().stateDelivered,
    failed: texts().stateFailed,
  });
  return (
    <Item title={event()} badge={<ToneTag tone={TONES[props.delivery.state]}>{words()[props.delivery.state]}</ToneTag>}>
      <span>
        <DateText at={props.delivery.createdAt} time /> · <Code>{props.delivery.event}</Code>
      </span>
      <DeliveryFacts delivery={props.delivery} />
      <Row>
        <Button
          variant="quiet"
          size="small"
          label={`${texts().payload}: ${event()}`}
          onClick={() => setShown(!isShown())}
        >
          {texts().payload}
        </Button>
        <Show when={props.canReplay}>
          <Button variant="quiet" size="small" label={`${texts().replay}: ${event()}`} onClick={() => props.onReplay()}>
            {texts().replay}
          </Button>
        </Show>
      </Row>
      <Show when={isShown()}>
        <CodeBlock label={texts().body} text={JSON.stringify(props.delivery.payload, null, 2)} />
      </Show>
    </Item>
  );
}

function DeliveryFacts(props: { delivery: WebhookDelivery }) {
  const answered = () => {
    const { lastStatus, lastError } = props.delivery;
    const why = lastError && texts()[lastError];
    if (lastStatus === null) return why;
    return why ? `${lastStatus} (${why})` : String(lastStatus);
  };
  const next = () => {
    const { state, nextAttemptAt, attempts } = props.delivery;
    if (state !== "waiting") return [];
    if (nextAttemptAt === null) return [{ name: texts().next, value: texts().held }];
    return attempts === 0 ? [] : [{ name: texts().next, value: <DateText at={nextAttemptAt} time /> }];
  };
  return (
    <Details
      details={[
        { name: texts().attempts, value: <Figure>{formatCount(props.delivery.attempts, locale())}</Figure> },
        ...(answered() ? [{ name: texts().answered, value: answered() }] : []),
        ...(props.delivery.durationMs === null
          ? []
          : [
              {
                name: texts().duration,
                value: (
                  <Figure>
                    {fill(texts().durationMs, { count: formatCount(props.delivery.durationMs, locale()) })}
                  </Figure>
                ),
              },
            ]),
        ...next(),
        { name: texts().subject, value: <Code>{props.delivery.subjectId}</Code> },
        { name: texts().id, value: <Code>{props.delivery.id}</Code> },
      ]}
    />
  );
}
