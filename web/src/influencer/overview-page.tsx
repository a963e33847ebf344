import { createAsync, revalidate } from "@solidjs/router";
import HandCoins from "lucide-solid/icons/hand-coins";
import Link2 from "lucide-solid/icons/link-2";
import { Show } from "solid-js";
import type { Link } from "../../../schemas/links.ts";
import type { Commission } from "../../../schemas/payments.ts";
import { latestLinks } from "../data/affiliates.ts";
import { analyticsOverview } from "../data/analytics.ts";
import { influencerBalance, latestCommissions } from "../data/payments.ts";
import { Today } from "../live/today.tsx";
import { useLive } from "../live/use-live.ts";
import { locale } from "../locale.tsx";
import { formatCount, formatRate } from "../money.ts";
import { useSession } from "../session.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { appTexts } from "../text/app/texts.ts";
import { fill } from "../text/fill.ts";
import { Amount } from "../ui/amount.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextLink } from "../ui/layout.tsx";
import { MoneyBar } from "../ui/money-bar.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";

// What is read anew when something has happened.
const BY_CLICKS = [analyticsOverview.key, latestLinks.key];
const BY_ANYTHING = [...BY_CLICKS, influencerBalance.key, latestCommissions.key];

export function InfluencerOverviewPage() {
  const session = useSession();
  const state = useLive((kinds) => void revalidate(kinds.size === 1 && kinds.has("clicks") ? BY_CLICKS : BY_ANYTHING));
  return (
    <>
      <PageHeader
        title={fill(appTexts().welcome, { name: session.user()?.displayName ?? "" })}
        lead={appTexts().influencerLead}
      />
      <Today side="influencer" state={state()} />
      <Card title={appTexts().balance}>
        <Loaded shapes={["block"]} again={() => void revalidate(influencerBalance.key)}>
          <Balance />
        </Loaded>
      </Card>
      <Card
        title={appTexts().latestCommissions}
        action={<TextLink href="/influencer/orders">{appTexts().allOrders}</TextLink>}
        flush
      >
        <Loaded flush shapes={["line", "line", "line"]} again={() => void revalidate(latestCommissions.key)}>
          <Commissions />
        </Loaded>
      </Card>
      <Card title={appTexts().yourLinks} flush>
        <Loaded flush shapes={["line", "line", "line"]} again={() => void revalidate(latestLinks.key)}>
          <Links />
        </Loaded>
      </Card>
    </>
  );
}

function Balance() {
  const balance = createAsync(() => influencerBalance());
  return (
    <Show when={balance()}>
      {(known) => (
        <MoneyBar
          {...(known().availableMinor > 0 ? { stage: "available" } : {})}
          amounts={{
            forecast: known().forecastMinor,
            pending: known().pendingMinor,
            available: known().availableMinor,
            inTransit: known().inTransitMinor,
            paid: known().paidMinor,
          }}
        />
      )}
    </Show>
  );
}

function Commissions() {
  const commissions = createAsync(() => latestCommissions());
  const columns = (): readonly Column<Commission>[] => [
    {
      head: appTexts().date,
      lead: true,
      cell: (row) => (
        <TextLink href={`/influencer/orders/${row.conversionId}`}>
          <DateText at={row.createdAt} />
        </TextLink>
      ),
    },
    { head: appTexts().state, cell: (row) => <StatusBadge status={row.state} /> },
    {
      head: appTexts().heldUntil,
      has: (row) => row.state === "earned" && row.holdUntil !== null,
      cell: (row) => <Show when={row.state === "earned" && row.holdUntil}>{(at) => <DateText at={at()} />}</Show>,
    },
    {
      head: appTexts().rate,
      number: true,
      cell: (row) => <bdi>{row.rateBps === null ? "" : formatRate(row.rateBps, locale())}</bdi>,
    },
    {
      head: appTexts().amount,
      number: true,
      lead: true,
      cell: (row) => <Amount minor={row.amountMinor} quiet={row.state === "void" || row.state === "reversed"} />,
    },
  ];
  return (
    <Show when={commissions()}>
      {(rows) => (
        <DataTable
          caption={appTexts().latestCommissions}
          rows={rows()}
          columns={columns()}
          empty={
            <EmptyState icon={<HandCoins />} title={appTexts().noCommissions} text={appTexts().noCommissionsText} />
          }
        />
      )}
    </Show>
  );
}

function LinkName(props: { link: Link }) {
  return (
    <TextLink href={`/influencer/links/${props.link.id}`}>
      <Code>{props.link.slug}</Code>
    </TextLink>
  );
}

function Links() {
  const links = createAsync(() => latestLinks());
  const columns = (): readonly Column<Link>[] => [
    { head: appTexts().link, lead: true, cell: (row) => <LinkName link={row} /> },
    { head: appTexts().state, cell: (row) => <StatusBadge status={row.state} /> },
    { head: appTexts().clicks, number: true, cell: (row) => <bdi>{formatCount(row.stats.clicks, locale())}</bdi> },
    { head: appTexts().orders, number: true, cell: (row) => <bdi>{formatCount(row.stats.conversions, locale())}</bdi> },
    { head: appTexts().earned, number: true, lead: true, cell: (row) => <Amount minor={row.stats.earnedMinor} /> },
  ];
  return (
    <Show when={links()}>
      {(rows) => (
        <DataTable
          caption={appTexts().yourLinks}
          rows={rows()}
          columns={columns()}
          empty={
            <EmptyState
              icon={<Link2 />}
              title={appTexts().noLinks}
              text={appTexts().noLinksText}
              action={<Button href="/settings/profile">{appTexts().completeProfile}</Button>}
            />
          }
        />
      )}
    </Show>
  );
}
