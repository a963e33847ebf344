import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import ShieldCheck from "lucide-solid/icons/shield-check";
import { Show } from "solid-js";
import { FRAUD_SORTS, FRAUD_STATES } from "../../../schemas/fraud.ts";
import { fraudQueue, type QueueFilter } from "../data/fraud.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { Small, TextLink } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pager } from "../ui/pager.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressWith, oneOf, textOf } from "../url-state.ts";
import { FraudTable } from "./fraud-table.tsx";

const PLACE = "/admin/fraud";
const texts = () => fraudTexts().queue;

// What is left out of the address: open ones, the oldest first.
const addressOf = ({ state, sort, influencerId, cursor }: QueueFilter) =>
  addressWith(PLACE, {
    state: state === "open" ? undefined : state,
    sort: sort === "oldest" ? undefined : sort,
    influencer: influencerId,
    cursor,
  });

/** What waits for a person: by state and order, of everybody or of one influencer; all of it in the address. */
export function FraudPage() {
  const [params] = useSearchParams();
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const filter = () => ({
    state: oneOf(FRAUD_STATES, params.state) ?? "open",
    sort: oneOf(FRAUD_SORTS, params.sort) ?? "oldest",
    influencerId: textOf(params.influencer),
  });
  const stateLinks = () =>
    FRAUD_STATES.map((state) => ({
      href: addressOf({ ...filter(), state }),
      text: texts()[state],
      current: state === filter().state,
    }));
  const sortLinks = () =>
    FRAUD_SORTS.map((sort) => ({
      href: addressOf({ ...filter(), sort }),
      text: texts()[sort],
      current: sort === filter().sort,
    }));
  return (
    <>
      <PageHeader
        title={texts().title}
        lead={texts().lead}
        actions={
          <Button variant="secondary" href="/admin/fraud/rules">
            {texts().rules}
          </Button>
        }
      />
      <Card flush>
        <Toolbar>
          <FilterLinks label={texts().states} links={stateLinks()} />
          <FilterLinks label={texts().sort} links={sortLinks()} />
          <Show when={filter().influencerId}>
            <Small>
              {texts().ofInfluencer} <TextLink href={PLACE}>{texts().everybody}</TextLink>
            </Small>
          </Show>
        </Toolbar>
        <Loaded flush shapes={["title", "line", "line"]} again={() => void revalidate(fraudQueue.key)}>
          <Queue {...filter()} cursor={textOf(params.cursor)} />
        </Loaded>
      </Card>
    </>
  );
}

function Queue(props: QueueFilter) {
  const filter = () => ({ state: props.state, sort: props.sort, influencerId: props.influencerId });
  const page = createAsync(() => fraudQueue({ ...filter(), cursor: props.cursor }));
  const next = () => page()?.nextCursor ?? undefined;
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <Show when={known().data.length > 0} fallback={<NoCase isInbox={props.state === "open"} />}>
            <FraudTable cases={known().data} />
          </Show>
          <Pager
            first={props.cursor && addressOf(filter())}
            next={next() && addressOf({ ...filter(), cursor: next() })}
          />
        </>
      )}
    </Show>
  );
}

function NoCase(props: { isInbox: boolean }) {
  return (
    <EmptyState
      icon={<ShieldCheck />}
      title={props.isInbox ? texts().empty : texts().emptyState}
      text={props.isInbox ? texts().emptyText : texts().emptyStateText}
      action={
        <Button variant="secondary" href="/admin/fraud/rules">
          {texts().rules}
        </Button>
      }
    />
  );
}
