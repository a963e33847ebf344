import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import Globe from "lucide-solid/icons/globe";
import PackagePlus from "lucide-solid/icons/package-plus";
import PackageSearch from "lucide-solid/icons/package-search";
import { createEffect, createSignal, Match, Show, Switch } from "solid-js";
import { PRODUCT_STATES } from "../../../schemas/products.ts";
import { hosts } from "../data/hosts.ts";
import { type OwnProductFilter, ownProducts } from "../data/products.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pager } from "../ui/pager.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressWith, oneOf, textOf } from "../url-state.ts";
import { PlanQuota } from "./plan-quota.tsx";
import { ProductTable } from "./product-table.tsx";

const PLACE = "/merchant/products";
const texts = () => merchantTexts().products;

/** The merchant's products: found by words and state, a page at a time; all of it in the address. */
export function ProductsPage() {
  const [params, setParams] = useSearchParams();
  // Nothing to search yet: only the first step is shown.
  const [isNew, setNew] = createSignal(false);
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const filter = () => ({
    q: textOf(params.q),
    state: oneOf(PRODUCT_STATES, params.state),
    cursor: textOf(params.cursor),
  });
  const stateNames = () => ({ active: texts().active, paused: texts().paused, archived: texts().archived });
  const stateLinks = () =>
    [undefined, ...PRODUCT_STATES].map((state) => ({
      href: addressWith(PLACE, { q: filter().q, state }),
      text: state === undefined ? texts().all : stateNames()[state],
      current: filter().state === state,
    }));
  return (
    <>
      <PageHeader
        title={texts().title}
        lead={texts().lead}
        actions={
          <>
            <Button variant="secondary" href="/merchant/sites">
              {texts().sites}
            </Button>
            <Button variant="secondary" href="/merchant/products/import">
              {texts().import}
            </Button>
            <Button icon={<PackagePlus />} href="/merchant/products/new">
              {texts().add}
            </Button>
          </>
        }
      />
      <Card flush>
        <Show when={!isNew()}>
          <Toolbar>
            <SearchField
              name="q"
              label={texts().search}
              value={filter().q ?? ""}
              onSearch={(q) => setParams({ q: q || null, cursor: null }, { replace: true })}
            />
            <FilterLinks label={texts().states} links={stateLinks()} />
          </Toolbar>
        </Show>
        <Loaded flush shapes={["title", "line", "line", "line"]} again={() => void revalidate(ownProducts.key)}>
          <Products {...filter()} onRead={setNew} />
        </Loaded>
      </Card>
    </>
  );
}

function Products(props: OwnProductFilter & { onRead: (isNew: boolean) => void }) {
  const page = createAsync(() => ownProducts({ q: props.q, state: props.state, cursor: props.cursor }));
  const isNarrowed = () => props.q !== undefined || props.state !== undefined || props.cursor !== undefined;
  createEffect(() => props.onRead(page()?.data.length === 0 && !isNarrowed()));
  const next = () => page()?.nextCursor ?? undefined;
  const here = (cursor?: string) => addressWith(PLACE, { q: props.q, state: props.state, cursor });
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <Show when={known().data.length > 0} fallback={isNarrowed() ? <NothingFound /> : <FirstStep />}>
            <PlanQuota plan={known().plan} />
            <ProductTable products={known().data} />
          </Show>
          <Pager first={props.cursor && here()} next={next() && here(next())} />
        </>
      )}
    </Show>
  );
}

function NothingFound() {
  return (
    <EmptyState
      icon={<PackageSearch />}
      title={texts().none}
      text={texts().noneText}
      action={
        <Button variant="secondary" href={PLACE}>
          {texts().showAll}
        </Button>
      }
    />
  );
}

// Nothing can be listed before a site is proved.
function FirstStep() {
  const sites = createAsync(() => hosts());
  const isProved = () => sites()?.some(({ state }) => state === "verified");
  return (
    <Switch>
      <Match when={isProved() === true}>
        <EmptyState
          icon={<PackagePlus />}
          title={texts().empty}
          text={texts().emptyText}
          action={<Button href="/merchant/products/new">{texts().add}</Button>}
        />
      </Match>
      <Match when={isProved() === false}>
        <EmptyState
          icon={<Globe />}
          title={texts().emptyHosts}
          text={texts().emptyHostsText}
          action={<Button href="/merchant/sites">{texts().proveSite}</Button>}
        />
      </Match>
    </Switch>
  );
}
