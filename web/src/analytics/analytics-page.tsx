import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import ChartLine from "lucide-solid/icons/chart-line";
import { createMemo, type JSX, Show } from "solid-js";
import { analyticsOverview } from "../data/analytics.ts";
import { formatDate } from "../dates.ts";
import { locale } from "../locale.tsx";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { analyticsTexts } from "../text/analytics/texts.ts";
import { fill } from "../text/fill.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { BreakdownCard } from "./breakdown-card.tsx";
import { addressOf, type Choice, choiceOf, queryOf, type Side } from "./choice.ts";
import { ChosenParts } from "./chosen-parts.tsx";
import { ExportCard } from "./export-card.tsx";
import { FunnelCard } from "./funnel-card.tsx";
import { Headline } from "./headline.tsx";
import { noonOf } from "./period.ts";
import { PeriodPicker } from "./period-picker.tsx";
import { TimeCard } from "./time-card.tsx";

const texts = () => analyticsTexts().page;

/** Clicks, orders and money of a period, for either side: what it shows is in its address. */
export function AnalyticsPage(props: { side: Side }) {
  const [params] = useSearchParams();
  const nowMs = Date.now();
  const choice = createMemo(() => choiceOf(params, props.side, nowMs));
  keepTitle(() => `${texts().title}, ShareYourSales`);
  return (
    <>
      <PageHeader
        title={texts().title}
        lead={props.side === "merchant" ? texts().merchantLead : texts().influencerLead}
      />
      <PeriodPicker side={props.side} choice={choice()} nowMs={nowMs} />
      <ChosenParts side={props.side} choice={choice()} />
      <Loaded shapes={["block", "block"]} again={() => void revalidate(analyticsOverview.key)}>
        <OrNothing side={props.side} choice={choice()}>
          <Headline side={props.side} choice={choice()} />
          <TimeCard side={props.side} choice={choice()} />
          <FunnelCard choice={choice()} />
          <BreakdownCard side={props.side} choice={choice()} />
          <ExportCard choice={choice()} />
        </OrNothing>
      </Loaded>
    </>
  );
}

function OrNothing(props: { side: Side; choice: Choice; children: JSX.Element }) {
  const overview = createAsync(() => analyticsOverview(queryOf(props.choice)));
  const isEmpty = () => {
    const numbers = overview()?.numbers;
    return numbers !== undefined && numbers.clicks + numbers.bots + numbers.orders === 0;
  };
  return (
    <Show when={overview()}>
      <Show when={isEmpty()} fallback={props.children}>
        <Nothing side={props.side} choice={props.choice} />
      </Show>
    </Show>
  );
}

function Nothing(props: { side: Side; choice: Choice }) {
  const days = () => ({
    from: formatDate(noonOf(props.choice.period.from), locale()),
    to: formatDate(noonOf(props.choice.period.to), locale()),
  });
  const isNarrowed = () => Object.keys(props.choice.parts).length > 0;
  const text = () => (props.side === "merchant" ? texts().emptyMerchant : texts().emptyInfluencer);
  const place = () =>
    props.side === "merchant"
      ? { href: "/merchant/influencers", text: texts().toInfluencers }
      : { href: "/influencer/links", text: texts().toLinks };
  const whole = () =>
    addressOf(
      props.side,
      props.choice,
      Object.fromEntries(Object.keys(props.choice.parts).map((part) => [part, undefined])),
    );
  return (
    <Card>
      <EmptyState
        icon={<ChartLine />}
        title={texts().emptyTitle}
        text={fill(isNarrowed() ? texts().emptyNarrowed : text(), days())}
        action={
          <Button href={isNarrowed() ? whole() : place().href}>{isNarrowed() ? texts().showAll : place().text}</Button>
        }
      />
    </Card>
  );
}
