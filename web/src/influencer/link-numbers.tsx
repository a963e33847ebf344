import type { JSX } from "solid-js";
import type { Link } from "../../../schemas/links.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { fill } from "../text/fill.ts";
import { linkTexts } from "../text/links/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Card } from "../ui/card.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { Figure } from "../ui/figure.tsx";
import { Figures } from "../ui/figures.tsx";
import { TextLink } from "../ui/layout.tsx";
import { Why } from "../ui/why.tsx";

/** What a link has brought since it was made, each number with what it counts. */
export function LinkNumbers(props: { link: Link }) {
  const texts = () => linkTexts().page;
  const stats = () => props.link.stats;
  const others = () => stats().botClicks + stats().previewClicks + stats().prefetchClicks;
  return (
    <Card title={texts().numbers}>
      <FactList
        facts={[
          { name: texts().earned, value: <Amount minor={stats().earnedMinor} size="large" /> },
          { name: texts().orders, value: counted(stats().conversions) },
          explained(
            texts().clicks,
            stats().clicks,
            fill(texts().clicksWhy, { others: formatCount(others(), locale()) }),
          ),
          explained(texts().visitors, stats().uniqueVisitors, texts().visitorsWhy),
          explained(texts().scans, stats().scans, texts().scansWhy),
        ]}
      />
      <TextLink href={`/influencer/claims/new?link=${encodeURIComponent(props.link.id)}`}>
        {claimTexts().missing.fromLink}
      </TextLink>
    </Card>
  );
}

const counted = (count: number): JSX.Element => <Figure>{formatCount(count, locale())}</Figure>;

function explained(name: string, count: number, why: string) {
  return { name, value: <Figures main={counted(count)} why={<Why of={name}>{why}</Why>} /> };
}
