import { createAsync, revalidate, useAction, useSearchParams } from "@solidjs/router";
import Users from "lucide-solid/icons/users";
import { createSignal, Show } from "solid-js";
import type { InfluencerCard } from "../../../schemas/requests.ts";
import { blockInfluencer, type InfluencerFilter, influencers } from "../data/influencers.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterSelect } from "../ui/filter-select.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { ItemList } from "../ui/item-list.tsx";
import { Stack } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pager } from "../ui/pager.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressWith, oneOf, textOf } from "../url-state.ts";
import { BlockDialog } from "./block-dialog.tsx";
import { InfluencerFacts, NETWORK_NAMES } from "./influencer-facts.tsx";

const PLACE = "/merchant/influencers";
const PROVIDERS = ["instagram", "tiktok", "facebook"] as const;
const FOLLOWERS = ["1000", "10000", "50000", "100000"] as const;
const texts = () => merchantTexts().influencers;

/** The influencers a merchant may work with: found by name, network and followers, all of it in the address. */
export function InfluencersPage() {
  const [params, setParams] = useSearchParams();
  const [blocking, setBlocking] = createSignal<InfluencerCard>();
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const filter = () => ({
    q: textOf(params.q),
    provider: oneOf(PROVIDERS, params.provider),
    minFollowers: oneOf(FOLLOWERS, params.minFollowers),
    cursor: textOf(params.cursor),
  });
  const narrow = (name: string, value: string) =>
    setParams({ [name]: value === "" ? null : value, cursor: null }, { replace: true });
  return (
    <>
      <PageHeader title={texts().title} lead={texts().lead} />
      <Card flush>
        <Toolbar>
          <SearchField
            name="q"
            label={texts().search}
            value={filter().q ?? ""}
            onSearch={(words) => narrow("q", words)}
          />
          <FilterSelect
            name="provider"
            label={texts().network}
            value={filter().provider ?? ""}
            options={[
              { value: "", text: texts().anyNetwork },
              ...PROVIDERS.map((value) => ({ value, text: NETWORK_NAMES[value] })),
            ]}
            onChange={(value) => narrow("provider", value)}
          />
          <FilterSelect
            name="minFollowers"
            label={texts().minFollowers}
            value={filter().minFollowers ?? ""}
            options={[
              { value: "", text: texts().anyFollowers },
              ...FOLLOWERS.map((value) => ({
                value,
                text: fill(texts().atLeast, { count: formatCount(Number(value), locale()) }),
              })),
            ]}
            onChange={(value) => narrow("minFollowers", value)}
          />
        </Toolbar>
        <Loaded flush shapes={["title", "line", "short"]} again={() => void revalidate(influencers.key)}>
          <Influencers filter={filter()} onBlock={setBlocking} />
        </Loaded>
      </Card>
      <BlockDialog influencer={blocking()} onClose={() => setBlocking()} />
    </>
  );
}

function Influencers(props: { filter: InfluencerFilter; onBlock: (influencer: InfluencerCard) => void }) {
  const page = createAsync(() => influencers(props.filter));
  const here = (cursor?: string) => {
    const { q, provider, minFollowers } = props.filter;
    return addressWith(PLACE, { q, provider, minFollowers, cursor });
  };
  const next = () => page()?.nextCursor ?? undefined;
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <Show when={known().data.length > 0} fallback={<NobodyFound />}>
            <ItemList label={texts().title} items={known().data}>
              {(influencer) => <InfluencerItem influencer={influencer} onBlock={() => props.onBlock(influencer)} />}
            </ItemList>
          </Show>
          <Pager first={props.filter.cursor && here()} next={next() && here(next())} />
        </>
      )}
    </Show>
  );
}

function NobodyFound() {
  return (
    <EmptyState
      icon={<Users />}
      title={texts().none}
      text={texts().noneText}
      action={
        <Button variant="secondary" href={PLACE}>
          {texts().clear}
        </Button>
      }
    />
  );
}

function InfluencerItem(props: { influencer: InfluencerCard; onBlock: () => void }) {
  const change = useAction(blockInfluencer);
  const unblock = createTask(() => change(props.influencer.id, { blocked: false, reason: "" }));
  const name = () => ({ name: props.influencer.displayName });
  return (
    <Stack>
      <InfluencerFacts
        influencer={props.influencer}
        action={
          <Show
            when={props.influencer.blocked}
            fallback={
              <Button
                size="small"
                variant="secondary"
                label={fill(texts().blockName, name())}
                onClick={() => props.onBlock()}
              >
                {texts().block}
              </Button>
            }
          >
            <Button
              size="small"
              variant="secondary"
              label={fill(texts().unblockName, name())}
              loading={unblock.isRunning()}
              onClick={() => void unblock.run()}
            >
              {texts().unblock}
            </Button>
          </Show>
        }
      />
      <FormProblem problem={unblock.problem()} />
    </Stack>
  );
}
