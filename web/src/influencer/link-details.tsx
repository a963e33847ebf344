import { createAsync } from "@solidjs/router";
import { ErrorBoundary, For, Show, Suspense } from "solid-js";
import type { Link } from "../../../schemas/links.ts";
import { product } from "../data/products.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { textIn } from "../product-text.ts";
import { linkTexts } from "../text/links/texts.ts";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DateText } from "../ui/date-text.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { Figure } from "../ui/figure.tsx";
import { Row, TextLink } from "../ui/layout.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { addressWith } from "../url-state.ts";

const LIST = "/influencer/links";
const texts = () => linkTexts().page;

/** How a link is set; only what is set. */
export function LinkDetails(props: { link: Link }) {
  return (
    <Card title={texts().details} action={<StatusBadge status={props.link.state} />}>
      <FactList facts={[...placeOf(props.link), ...limitsOf(props.link)]} />
    </Card>
  );
}

function placeOf({ productId, targetUrl, folder, tags }: Link) {
  return [
    // A product that is gone is no reason not to show its link.
    {
      name: texts().product,
      value: (
        <ErrorBoundary fallback="—">
          <Suspense>
            <ProductName id={productId} />
          </Suspense>
        </ErrorBoundary>
      ),
    },
    { name: texts().target, value: <Code>{targetUrl}</Code> },
    ...(folder
      ? [{ name: texts().folder, value: <TextLink href={addressWith(LIST, { folder })}>{folder}</TextLink> }]
      : []),
    ...(tags.length > 0 ? [{ name: texts().tags, value: <Tags tags={tags} /> }] : []),
  ];
}

function limitsOf({ startsAt, endsAt, clicksMax, createdAt }: Link) {
  return [
    ...(startsAt ? [{ name: texts().starts, value: <DateText at={startsAt} /> }] : []),
    ...(endsAt ? [{ name: texts().ends, value: <DateText at={endsAt} /> }] : []),
    ...(clicksMax === null
      ? []
      : [{ name: texts().clicksMax, value: <Figure>{formatCount(clicksMax, locale())}</Figure> }]),
    { name: texts().madeOn, value: <DateText at={createdAt} /> },
  ];
}

function ProductName(props: { id: string }) {
  const found = createAsync(() => product(props.id));
  return (
    <Show when={found()}>
      {(known) => (
        <TextLink href={`/products/${encodeURIComponent(props.id)}`}>
          <bdi>{textIn(known().title)}</bdi>
        </TextLink>
      )}
    </Show>
  );
}

function Tags(props: { tags: readonly string[] }) {
  return (
    <Row>
      <For each={props.tags}>
        {(tag) => (
          <TextLink href={addressWith(LIST, { tag })}>
            <bdi>{tag}</bdi>
          </TextLink>
        )}
      </For>
    </Row>
  );
}
