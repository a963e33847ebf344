import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import type { AffiliationRequest } from "../../../schemas/requests.ts";
import { askAgainAt } from "../ask-again.ts";
import { cancelRequest } from "../data/requests.ts";
import { formatDate } from "../dates.ts";
import { locale } from "../locale.tsx";
import { formatRate } from "../money.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { marketTexts } from "../text/market/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Row, Small, Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";

const texts = () => marketTexts().product;
const dated = (text: string, at: string) => fill(text, { date: `\u2068${formatDate(at, locale())}\u2069` });

/** Whether nothing stands in the way of asking, again or for the first time. */
export const isOver = (request: AffiliationRequest | undefined) =>
  request === undefined || askAgainAt(request) === undefined;

/** It waits for the merchant. */
export function PendingRequest(props: { request: AffiliationRequest }) {
  const send = useAction(cancelRequest);
  const cancel = createTask(() => send(props.request.id));
  return (
    <Card title={texts().pendingTitle} action={<StatusBadge status="pending" />}>
      <Stack>
        <Show when={props.request.expiresAt}>{(at) => <p>{dated(texts().pendingUntil, at())}</p>}</Show>
        <FormProblem problem={cancel.problem()} />
        <Row>
          <Button variant="secondary" size="small" loading={cancel.isRunning()} onClick={() => void cancel.run()}>
            {texts().cancel}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

/** The merchant said yes: links can be made. */
export function ApprovedRequest(props: { request: AffiliationRequest }) {
  const productId = () => encodeURIComponent(props.request.productId);
  return (
    <Card title={texts().approvedTitle} action={<StatusBadge status="approved" />}>
      <Stack>
        <p>{texts().approvedText}</p>
        <Show when={props.request.rateBps !== null && props.request.rateBps}>
          {(bps) => <Small>{fill(texts().approvedRate, { rate: `\u2068${formatRate(bps(), locale())}\u2069` })}</Small>}
        </Show>
        <Row>
          <Button href={`/influencer/links/new?product=${productId()}`}>{texts().makeLink}</Button>
          <Button variant="secondary" href={`/influencer/links?product=${productId()}`}>
            {texts().yourLinks}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

/** How the last request ended, and from when another one may be sent. */
export function EndedRequest(props: { request: AffiliationRequest }) {
  const again = () => askAgainAt(props.request);
  return (
    <Show
      when={props.request.state === "rejected"}
      fallback={
        <Notice tone="info" {...(props.request.state === "expired" ? { title: texts().expiredTitle } : {})}>
          {props.request.state === "expired" ? texts().expiredText : texts().cancelledText}
        </Notice>
      }
    >
      <Notice tone={again() ? "loss" : "info"} title={texts().rejectedTitle}>
        <Show when={props.request.reason}>
          {(reason) => <p>{fill(texts().rejectedReason, { reason: `\u2068${reason()}\u2069` })}</p>}
        </Show>
        <Show when={again()}>{(at) => <p>{dated(texts().askAgainOn, at())}</p>}</Show>
      </Notice>
    </Show>
  );
}
