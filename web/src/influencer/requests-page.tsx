import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import Inbox from "lucide-solid/icons/inbox";
import PackageSearch from "lucide-solid/icons/package-search";
import { createSignal, Show } from "solid-js";
import { type AffiliationRequest, REQUEST_STATES } from "../../../schemas/requests.ts";
import { requests } from "../data/requests.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { MARKET } from "../public/market-filter.ts";
import { Loaded } from "../shell/loaded.tsx";
import { marketTexts } from "../text/market/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { ItemList } from "../ui/item-list.tsx";
import { Row } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pager } from "../ui/pager.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressWith, oneOf, textOf } from "../url-state.ts";
import { EndRequestDialog } from "./end-request-dialog.tsx";
import { OwnRequestItem } from "./own-request-item.tsx";

const PLACE = "/influencer/requests";
const texts = () => marketTexts().requests;

/** What the influencer has asked to recommend, and the answers; by state, in the address. */
export function OwnRequestsPage() {
  const [params] = useSearchParams();
  const [ending, setEnding] = createSignal<AffiliationRequest>();
  const [chosen, setChosen] = createSignal<readonly string[]>([]);
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const state = () => oneOf(REQUEST_STATES, params.state);
  const links = () =>
    [undefined, ...REQUEST_STATES].map((each) => ({
      href: addressWith(PLACE, { state: each }),
      text: texts()[each ?? "all"],
      current: each === state(),
    }));
  const choose = (productId: string, isChosen: boolean) =>
    setChosen((known) => (isChosen ? [...known, productId] : known.filter((other) => other !== productId)));
  return (
    <>
      <PageHeader
        title={texts().title}
        lead={texts().lead}
        actions={
          <Show
            when={chosen().length > 1}
            fallback={
              <Button variant="secondary" href={MARKET}>
                {texts().browse}
              </Button>
            }
          >
            <MakeMany productIds={chosen()} />
          </Show>
        }
      />
      <Card flush>
        <Toolbar>
          <FilterLinks label={texts().states} links={links()} />
        </Toolbar>
        <Loaded flush shapes={["title", "line", "short"]} again={() => void revalidate(requests.key)}>
          <RequestList
            state={state()}
            cursor={textOf(params.cursor)}
            chosen={chosen()}
            onChoose={choose}
            onEnd={setEnding}
          />
        </Loaded>
      </Card>
      {/* Also below the list: on a phone the page's head is far from what is chosen. */}
      <Show when={chosen().length > 1}>
        <Row>
          <MakeMany productIds={chosen()} />
        </Row>
      </Show>
      <EndRequestDialog request={ending()} onClose={() => setEnding()} />
    </>
  );
}

function MakeMany(props: { productIds: readonly string[] }) {
  return (
    <Button href={addressWith("/influencer/links/many", { products: props.productIds.join(",") })}>
      {texts().makeMany} ({formatCount(props.productIds.length, locale())})
    </Button>
  );
}

interface RequestListProps {
  readonly state: AffiliationRequest["state"] | undefined;
  readonly cursor: string | undefined;
  readonly chosen: readonly string[];
  readonly onChoose: (productId: string, isChosen: boolean) => void;
  readonly onEnd: (request: AffiliationRequest) => void;
}

function RequestList(props: RequestListProps) {
  const page = createAsync(() => requests({ state: props.state, cursor: props.cursor }));
  const here = (cursor?: string) => addressWith(PLACE, { state: props.state, cursor });
  const next = () => page()?.nextCursor ?? undefined;
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <Show when={known().data.length > 0} fallback={<NoRequest isAny={props.state === undefined} />}>
            <ItemList label={texts().title} items={known().data}>
              {(request) => (
                <OwnRequestItem
                  request={request}
                  isChosen={props.chosen.includes(request.productId)}
                  onChoose={(isChosen) => props.onChoose(request.productId, isChosen)}
                  onEnd={() => props.onEnd(request)}
                />
              )}
            </ItemList>
          </Show>
          <Pager first={props.cursor && here()} next={next() && here(next())} />
        </>
      )}
    </Show>
  );
}

function NoRequest(props: { isAny: boolean }) {
  return (
    <Show
      when={props.isAny}
      fallback={
        <EmptyState
          icon={<Inbox />}
          title={texts().emptyState}
          text={texts().emptyStateText}
          action={
            <Button variant="secondary" href={PLACE}>
              {texts().showAll}
            </Button>
          }
        />
      }
    >
      <EmptyState
        icon={<PackageSearch />}
        title={texts().empty}
        text={texts().emptyText}
        action={<Button href={MARKET}>{texts().browse}</Button>}
      />
    </Show>
  );
}
