import { Match, Show, Switch } from "solid-js";
import type { AffiliationRequest } from "../../../schemas/requests.ts";
import { askAgainAt } from "../ask-again.ts";
import { locale } from "../locale.tsx";
import { formatRate } from "../money.ts";
import { textIn } from "../product-text.ts";
import { fill } from "../text/fill.ts";
import { marketTexts } from "../text/market/texts.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Details } from "../ui/item-list.tsx";
import { Row, Stack } from "../ui/layout.tsx";
import { NamedPicture } from "../ui/named-picture.tsx";
import { Quote } from "../ui/quote.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";

interface OwnRequestItemProps {
  readonly request: AffiliationRequest;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onEnd: () => void;
}

const texts = () => marketTexts().requests;

/** One product that was asked for, the answer, and what can be done now. */
export function OwnRequestItem(props: OwnRequestItemProps) {
  const title = () => textIn(props.request.product.title);
  return (
    <Stack>
      <Row between>
        <NamedPicture
          url={props.request.product.imageUrl}
          name={title()}
          href={`/products/${encodeURIComponent(props.request.productId)}`}
        >
          <bdi>{props.request.product.merchantName}</bdi>
        </NamedPicture>
        <StatusBadge status={props.request.state} />
      </Row>
      <Show when={props.request.message}>{(message) => <Quote>{message()}</Quote>}</Show>
      <Details details={factsOf(props.request)} />
      <Show when={props.request.state === "approved"}>
        <Checkbox
          name={`choose-${props.request.id}`}
          checked={props.isChosen}
          onChange={(isChosen) => props.onChoose(isChosen)}
        >
          {fill(texts().chooseOf, { product: `\u2068${title()}\u2069` })}
        </Checkbox>
      </Show>
      <Acts request={props.request} title={title()} onEnd={() => props.onEnd()} />
    </Stack>
  );
}

function Acts(props: { request: AffiliationRequest; title: string; onEnd: () => void }) {
  const productId = () => encodeURIComponent(props.request.productId);
  const mayAsk = () =>
    props.request.state !== "pending" &&
    askAgainAt(props.request) === undefined &&
    props.request.product.state === "active";
  return (
    <Row>
      <Switch>
        <Match when={props.request.state === "approved"}>
          <Button
            size="small"
            href={`/influencer/links/new?product=${productId()}`}
            label={fill(texts().makeLinkOf, { product: props.title })}
          >
            {texts().makeLink}
          </Button>
          <Button
            size="small"
            variant="quiet"
            label={fill(texts().giveUpOf, { product: props.title })}
            onClick={() => props.onEnd()}
          >
            {texts().giveUp}
          </Button>
        </Match>
        <Match when={props.request.state === "pending"}>
          <Button
            size="small"
            variant="secondary"
            label={fill(texts().cancelOf, { product: props.title })}
            onClick={() => props.onEnd()}
          >
            {texts().cancel}
          </Button>
        </Match>
        <Match when={mayAsk()}>
          <Button
            size="small"
            variant="secondary"
            href={`/products/${productId()}`}
            label={`${texts().askAgain}: ${props.title}`}
          >
            {texts().askAgain}
          </Button>
        </Match>
      </Switch>
    </Row>
  );
}

function factsOf(request: AffiliationRequest) {
  const { state, createdAt, expiresAt, decidedAt, rateBps, reason } = request;
  const again = askAgainAt(request);
  return [
    { name: texts().askedAt, value: <DateText at={createdAt} /> },
    ...(state === "pending" && expiresAt ? [{ name: texts().answersBy, value: <DateText at={expiresAt} /> }] : []),
    ...(decidedAt ? [{ name: texts().decidedAt, value: <DateText at={decidedAt} /> }] : []),
    ...(state === "approved"
      ? [{ name: texts().rate, value: rateBps === null ? texts().productRate : formatRate(rateBps, locale()) }]
      : []),
    ...(reason ? [{ name: texts().reason, value: <bdi>{reason}</bdi> }] : []),
    ...(again ? [{ name: texts().againFrom, value: <DateText at={again} /> }] : []),
  ];
}
