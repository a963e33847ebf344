import type { JSX } from "solid-js";
import type { Link } from "../../../schemas/links.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { fill } from "../text/fill.ts";
import { linkTexts } from "../text/links/texts.ts";
import { listText } from "../text/list-text.ts";
import { Amount } from "../ui/amount.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DateText } from "../ui/date-text.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { Facts } from "../ui/facts.tsx";
import { Figure } from "../ui/figure.tsx";
import { TextLink } from "../ui/layout.tsx";
import { Why } from "../ui/why.tsx";

const texts = () => linkTexts().page;

/** What a link has brought. */
export function LinkNumbers(props: { stats: Link["stats"] }) {
  const count = (value: number) => <Figure>{formatCount(value, locale())}</Figure>;
  const explained = (name: string, value: number, why: string) => ({
    name,
    value: (
      <>
        {count(value)} <Why of={name}>{why}</Why>
      </>
    ),
  });
  const facts = () => {
    const { clicks, uniqueVisitors, scans, conversions, earnedMinor, botClicks, previewClicks, prefetchClicks } =
      props.stats;
    const others = formatCount(botClicks + previewClicks + prefetchClicks, locale());
    return [
      explained(texts().clicks, clicks, fill(texts().clicksWhy, { others })),
      explained(texts().visitors, uniqueVisitors, texts().visitorsWhy),
      explained(texts().scans, scans, texts().scansWhy),
      { name: texts().orders, value: count(conversions) },
      { name: texts().earned, value: <Amount minor={earnedMinor} size="large" /> },
    ];
  };
  return (
    <Card title={texts().numbers}>
      <Facts facts={facts()} />
    </Card>
  );
}

/** How a link is set, as far as it is. */
export function LinkSettings(props: { link: Link; productName: string }) {
  const facts = (): { name: string; value: JSX.Element }[] => {
    const { productId, targetUrl, folder, tags, startsAt, endsAt, clicksMax, createdAt } = props.link;
    return [
      {
        name: texts().product,
        value: (
          <TextLink href={`/products/${productId}`}>
            <bdi>{props.productName}</bdi>
          </TextLink>
        ),
      },
      { name: texts().target, value: <Code>{targetUrl}</Code> },
      ...(folder ? [{ name: texts().folder, value: <bdi>{folder}</bdi> }] : []),
      ...(tags.length > 0 ? [{ name: texts().tags, value: listText(tags) }] : []),
      ...(startsAt ? [{ name: texts().starts, value: <DateText at={startsAt} /> }] : []),
      ...(endsAt ? [{ name: texts().ends, value: <DateText at={endsAt} /> }] : []),
      ...(clicksMax ? [{ name: texts().clicksMax, value: <Figure>{formatCount(clicksMax, locale())}</Figure> }] : []),
      { name: texts().madeOn, value: <DateText at={createdAt} /> },
    ];
  };
  return (
    <Card title={texts().details}>
      <FactList facts={facts()} />
    </Card>
  );
}
