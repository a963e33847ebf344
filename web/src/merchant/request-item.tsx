import { Show } from "solid-js";
import type { AffiliationRequest } from "../../../schemas/requests.ts";
import { locale } from "../locale.tsx";
import { formatRate } from "../money.ts";
import { textIn } from "../product-text.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Button } from "../ui/button.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Details } from "../ui/item-list.tsx";
import { Row, Stack } from "../ui/layout.tsx";
import { NamedPicture } from "../ui/named-picture.tsx";
import { Quote } from "../ui/quote.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { InfluencerFacts } from "./influencer-facts.tsx";
import type { RequestAct } from "./requests-page.tsx";

const texts = () => merchantTexts().requests;

/** Who asks for what, in which words, and the answer. */
export function RequestItem(props: { request: AffiliationRequest; onAct: (act: RequestAct) => void }) {
  const isPending = () => props.request.state === "pending";
  return (
    <Stack>
      <Row between>
        <NamedPicture url={props.request.product.imageUrl} name={textIn(props.request.product.title)} />
        <StatusBadge status={props.request.state} />
      </Row>
      <Show when={props.request.influencer}>{(influencer) => <InfluencerFacts influencer={influencer()} />}</Show>
      <Show when={props.request.message} fallback={<Quote quiet>{texts().noMessage}</Quote>}>
        {(message) => <Quote>{message()}</Quote>}
      </Show>
      <RequestDates request={props.request} />
      <Show when={isPending()}>
        <Answers request={props.request} onAct={props.onAct} />
      </Show>
    </Stack>
  );
}

function Answers(props: { request: AffiliationRequest; onAct: (act: RequestAct) => void }) {
  const name = () => props.request.influencer?.displayName ?? "";
  return (
    <Row>
      <Button size="small" label={`${texts().approve}: ${name()}`} onClick={() => props.onAct("approve")}>
        {texts().approve}
      </Button>
      <Button
        size="small"
        variant="secondary"
        label={`${texts().reject}: ${name()}`}
        onClick={() => props.onAct("reject")}
      >
        {texts().reject}
      </Button>
      <Button
        size="small"
        variant="quiet"
        label={`${merchantTexts().influencers.block}: ${name()}`}
        onClick={() => props.onAct("block")}
      >
        {merchantTexts().influencers.block}
      </Button>
    </Row>
  );
}

function RequestDates(props: { request: AffiliationRequest }) {
  const deciders = () => ({
    merchant: texts().byMerchant,
    rule: texts().byRule,
    influencer: texts().byInfluencer,
    time: texts().byTime,
  });
  const decided = () => {
    const { decidedAt, decidedBy } = props.request;
    if (decidedAt === null) return [];
    const by = decidedBy === null ? "" : deciders()[decidedBy];
    const value = (
      <>
        <DateText at={decidedAt} /> {by}
      </>
    );
    return [{ name: texts().decidedAt, value }];
  };
  return (
    <Details
      details={[
        { name: texts().askedAt, value: <DateText at={props.request.createdAt} /> },
        ...(props.request.state === "pending" && props.request.expiresAt
          ? [{ name: texts().expiresAt, value: <DateText at={props.request.expiresAt} /> }]
          : []),
        ...decided(),
        ...(props.request.state === "approved"
          ? [
              {
                name: texts().agreedRate,
                value:
                  props.request.rateBps === null ? texts().productRate : formatRate(props.request.rateBps, locale()),
              },
            ]
          : []),
        ...(props.request.reason ? [{ name: texts().reason, value: <bdi>{props.request.reason}</bdi> }] : []),
      ]}
    />
  );
}
