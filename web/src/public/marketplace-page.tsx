import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import PackageSearch from "lucide-solid/icons/package-search";
import Store from "lucide-solid/icons/store";
import { createMemo, Show, Suspense } from "solid-js";
import type { ProductPage } from "../../../schemas/products.ts";
import { type MarketFilter, market } from "../data/marketplace.ts";
import { categories } from "../data/products.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { isPhone } from "../phone.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { marketTexts } from "../text/market/texts.ts";
import { pluralOf } from "../text/plural.ts";
import { AsideLayout } from "../ui/aside-layout.tsx";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterSelect } from "../ui/filter-select.tsx";
import { Row, Small } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { countFilters, filterOf, MARKET, SORTS } from "./market-filter.ts";
import { MarketFilters } from "./market-filters.tsx";
import { MarketResults } from "./market-results.tsx";

// As the API counts: so many, or more.
const COUNTED_MAX = 1000;
const texts = () => marketTexts().list;

/** What is on offer: found by words, narrowed and ordered, all of it in the address. */
export function MarketplacePage() {
  const [params, setParams] = useSearchParams();
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const filter = createMemo(() => filterOf(params));
  const narrow = (name: keyof MarketFilter, value: string) =>
    setParams({ [name]: value === "" ? null : value }, { replace: true });
  return (
    <>
      <PageHeader title={texts().title} lead={texts().lead} />
      <SearchField name="q" label={texts().search} value={filter().q ?? ""} onSearch={(words) => narrow("q", words)} />
      <Loaded shapes={["title", "block", "block", "block"]} again={() => void revalidate(market.key)}>
        <Market filter={filter()} onNarrow={narrow} />
      </Loaded>
    </>
  );
}

function Market(props: { filter: MarketFilter; onNarrow: (name: keyof MarketFilter, value: string) => void }) {
  const page = createAsync(() => market(props.filter));
  const tree = createAsync(() => categories());
  const isEmpty = (known: ProductPage) => known.total === 0 && !props.filter.q && countFilters(props.filter) === 0;
  const filters = () => (
    <Suspense>
      <MarketFilters
        filter={props.filter}
        facets={page()?.facets}
        categories={tree() ?? []}
        onNarrow={props.onNarrow}
      />
    </Suspense>
  );
  return (
    <Show when={page()}>
      {(known) => (
        <Show when={!isEmpty(known())} fallback={<NothingSold />}>
          <AsideLayout
            aside={
              <Show when={isPhone()} fallback={filters()}>
                <Disclosure title={texts().filters} note={filtersNote(props.filter)}>
                  {filters()}
                </Disclosure>
              </Show>
            }
          >
            <Row between>
              <Small>
                <span role="status">{countText(known().total)}</span>
              </Small>
              <SortChoice filter={props.filter} onNarrow={props.onNarrow} />
            </Row>
            <Show when={known().data.length > 0} fallback={<NothingFound />}>
              <MarketResults heading="h2" filter={props.filter} first={known()} categories={tree()} />
            </Show>
          </AsideLayout>
        </Show>
      )}
    </Show>
  );
}

function SortChoice(props: { filter: MarketFilter; onNarrow: (name: keyof MarketFilter, value: string) => void }) {
  const names = () => ({
    relevance: texts().sortRelevance,
    newest: texts().sortNewest,
    rate: texts().sortRate,
    price: texts().sortPrice,
    epc: texts().sortEpc,
  });
  const usual = () => (props.filter.q ? "relevance" : "newest");
  return (
    <FilterSelect
      name="sort"
      label={texts().sort}
      value={props.filter.sort ?? usual()}
      options={SORTS.filter((sort) => sort !== "relevance" || props.filter.q).map((value) => ({
        value,
        text: names()[value],
      }))}
      onChange={(value) => props.onNarrow("sort", value === usual() ? "" : value)}
    />
  );
}

function filtersNote(filter: MarketFilter): string {
  const count = countFilters(filter);
  return count === 0 ? "" : fill(texts().filtersOn, { count });
}

/** How many were found, in words. */
function countText(total: number): string {
  if (total === 0) return texts().noResult;
  if (total === 1) return texts().oneResult;
  if (total === 2) return texts().twoResults;
  const text = total >= COUNTED_MAX ? texts().resultsMore : texts()[`results${pluralOf(total)}`];
  return fill(text, { count: formatCount(total, locale()) });
}

function NothingFound() {
  return (
    <EmptyState
      icon={<PackageSearch />}
      title={texts().empty}
      text={texts().emptyText}
      action={
        <Button variant="secondary" href={MARKET}>
          {texts().showAll}
        </Button>
      }
    />
  );
}

function NothingSold() {
  return (
    <EmptyState
      icon={<Store />}
      title={texts().emptyMarket}
      text={texts().emptyMarketText}
      action={<Button href="/sign-up?role=merchant">{texts().sell}</Button>}
    />
  );
}
