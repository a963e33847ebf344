import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import Link2 from "lucide-solid/icons/link-2";
import SearchX from "lucide-solid/icons/search-x";
import { Show, Suspense } from "solid-js";
import { approvedRequests, type LinkFilter, linkFolders, links } from "../data/links.ts";
import { keepTitle } from "../page-title.ts";
import { textIn } from "../product-text.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { linkTexts } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { FilterSelect } from "../ui/filter-select.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pager } from "../ui/pager.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressWith, textOf } from "../url-state.ts";
import { LINKS, LinkTable } from "./link-table.tsx";

const texts = () => linkTexts().list;

/** The influencer's links: found by words, folder, product and tag, all of it in the address. */
export function LinksPage() {
  const [params, setParams] = useSearchParams();
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const filter = (): LinkFilter => ({
    q: textOf(params.q),
    folder: textOf(params.folder),
    tag: textOf(params.tag),
    productId: textOf(params.product),
    cursor: textOf(params.cursor),
  });
  const narrow = (name: string, value: string) =>
    setParams({ [name]: value === "" ? null : value, cursor: null }, { replace: true });
  return (
    <>
      <PageHeader
        title={texts().title}
        lead={texts().lead}
        actions={
          <>
            <Button variant="secondary" href="/influencer/links/many">
              {texts().createMany}
            </Button>
            <Button icon={<Link2 />} href="/influencer/links/new">
              {texts().create}
            </Button>
          </>
        }
      />
      <Card flush>
        <Toolbar>
          <SearchField
            name="q"
            label={texts().search}
            value={filter().q ?? ""}
            onSearch={(words) => narrow("q", words)}
          />
          <Suspense>
            <Choices filter={filter()} onNarrow={narrow} />
          </Suspense>
          <Show when={filter().tag}>
            {(tag) => (
              <FilterLinks
                label={texts().title}
                links={[
                  {
                    href: addressOf({ ...filter(), tag: undefined, cursor: undefined }),
                    text: `${fill(texts().tag, { tag: tag() })} ×`,
                    current: true,
                  },
                ]}
              />
            )}
          </Show>
        </Toolbar>
        <Loaded flush shapes={["title", "line", "line", "line"]} again={() => void revalidate(links.key)}>
          <Links filter={filter()} />
        </Loaded>
      </Card>
    </>
  );
}

const addressOf = ({ productId, ...filter }: LinkFilter) => addressWith(LINKS, { ...filter, product: productId });

function Choices(props: { filter: LinkFilter; onNarrow: (name: string, value: string) => void }) {
  const folders = createAsync(() => linkFolders());
  const approved = createAsync(() => approvedRequests());
  return (
    <>
      <Show when={folders()?.length ? folders() : undefined}>
        {(known) => (
          <FilterSelect
            name="folder"
            label={texts().folder}
            value={props.filter.folder ?? ""}
            options={[
              { value: "", text: texts().anyFolder },
              ...known().map(({ name, linksCount }) => ({ value: name, text: `${name} (${linksCount})` })),
            ]}
            onChange={(value) => props.onNarrow("folder", value)}
          />
        )}
      </Show>
      <Show when={approved()?.length ? approved() : undefined}>
        {(known) => (
          <FilterSelect
            name="product"
            label={texts().product}
            value={props.filter.productId ?? ""}
            options={[
              { value: "", text: texts().anyProduct },
              ...known().map(({ productId, product }) => ({ value: productId, text: textIn(product.title) })),
            ]}
            onChange={(value) => props.onNarrow("product", value)}
          />
        )}
      </Show>
    </>
  );
}

function Links(props: { filter: LinkFilter }) {
  const page = createAsync(() => links(props.filter));
  const approved = createAsync(() => approvedRequests());
  const isNarrowed = () => Object.values(props.filter).some((value) => value !== undefined);
  const next = () => page()?.nextCursor ?? undefined;
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <Show
            when={known().data.length > 0}
            fallback={isNarrowed() ? <NothingFound /> : <FirstLink canMake={(approved()?.length ?? 0) > 0} />}
          >
            <LinkTable links={known().data} requests={approved()} />
          </Show>
          <Pager
            first={props.filter.cursor && addressOf({ ...props.filter, cursor: undefined })}
            next={next() && addressOf({ ...props.filter, cursor: next() })}
          />
        </>
      )}
    </Show>
  );
}

function NothingFound() {
  return (
    <EmptyState
      icon={<SearchX />}
      title={texts().none}
      text={texts().noneText}
      action={
        <Button variant="secondary" href={LINKS}>
          {texts().showAll}
        </Button>
      }
    />
  );
}

function FirstLink(props: { canMake: boolean }) {
  return (
    <EmptyState
      icon={<Link2 />}
      title={props.canMake ? texts().empty : texts().emptyNoProduct}
      text={props.canMake ? texts().emptyText : texts().emptyNoProductText}
      action={
        <Button href={props.canMake ? "/influencer/links/new" : "/marketplace"}>
          {props.canMake ? texts().create : texts().browse}
        </Button>
      }
    />
  );
}
