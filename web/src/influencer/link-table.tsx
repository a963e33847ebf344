import type { Link } from "../../../schemas/links.ts";
import type { AffiliationRequest } from "../../../schemas/requests.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { fill } from "../text/fill.ts";
import { linkTexts } from "../text/links/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Button } from "../ui/button.tsx";
import { Code } from "../ui/code.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Figure } from "../ui/figure.tsx";
import { NamedPicture } from "../ui/named-picture.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { linkName, requestOf } from "./link-name.ts";

export const LINKS = "/influencer/links";
const texts = () => linkTexts().list;

/** Links with what each has brought. */
export function LinkTable(props: { links: readonly Link[]; requests: readonly AffiliationRequest[] | undefined }) {
  const nameOf = (row: Link) => linkName(row, requestOf(row, props.requests)?.product.title);
  const count = (value: number) => <Figure>{formatCount(value, locale())}</Figure>;
  const columns = (): readonly Column<Link>[] => [
    {
      head: texts().link,
      lead: true,
      cell: (row) => (
        <NamedPicture
          url={requestOf(row, props.requests)?.product.imageUrl}
          name={nameOf(row)}
          href={`${LINKS}/${row.id}`}
        >
          <Code>{shortUrl(row.url)}</Code>
        </NamedPicture>
      ),
    },
    { head: texts().state, cell: (row) => <StatusBadge status={row.state} /> },
    { head: texts().clicks, number: true, cell: (row) => count(row.stats.clicks) },
    {
      head: linkTexts().page.scans,
      number: true,
      has: (row) => row.stats.scans > 0,
      cell: (row) => count(row.stats.scans),
    },
    { head: texts().orders, number: true, cell: (row) => count(row.stats.conversions) },
    { head: texts().earned, number: true, lead: true, cell: (row) => <Amount minor={row.stats.earnedMinor} /> },
    {
      head: texts().share,
      number: true,
      cell: (row) => (
        <Button
          size="small"
          variant="secondary"
          href={`${LINKS}/${row.id}`}
          label={fill(texts().shareOf, { link: nameOf(row) })}
        >
          {texts().share}
        </Button>
      ),
    },
  ];
  return <DataTable caption={texts().title} rows={props.links} columns={columns()} />;
}

/** The address as people write it: without its scheme. */
export const shortUrl = (url: string) => url.replace(/^https?:\/\//, "");
