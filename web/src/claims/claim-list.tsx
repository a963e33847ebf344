import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import Scale from "lucide-solid/icons/scale";
import { type JSX, Show } from "solid-js";
import { CLAIM_STATES } from "../../../schemas/claims.ts";
import type { Role } from "../../../schemas/users.ts";
import { claims } from "../data/claims.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { claimTexts } from "../text/claims/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { ItemList } from "../ui/item-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pager } from "../ui/pager.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressWith, oneOf, textOf } from "../url-state.ts";
import { ClaimItem } from "./claim-item.tsx";

const texts = () => claimTexts().list;
const VIEWS = ["all", ...CLAIM_STATES] as const;
type View = (typeof VIEWS)[number];

// Staff come to decide; the two sides to see where theirs stand.
const firstOf = (reader: Role): View => (reader === "admin" ? "contested" : "all");

interface ClaimListProps {
  readonly reader: Role;
  readonly lead: string;
  /** What is said when there is no claim at all. */
  readonly emptyText: string;
  /** The way to open one. */
  readonly action?: JSX.Element;
}

/** The claims a reader may see, by state, in the address. */
export function ClaimList(props: ClaimListProps) {
  const [params] = useSearchParams();
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const view = () => oneOf(VIEWS, params.state) ?? firstOf(props.reader);
  const place = () => `/${props.reader}/claims`;
  const links = () =>
    VIEWS.map((each) => ({
      href: addressWith(place(), { state: each === firstOf(props.reader) ? undefined : each }),
      text: texts()[each],
      current: each === view(),
    }));
  return (
    <>
      <PageHeader title={texts().title} lead={props.lead} actions={props.action} />
      <Card flush>
        <Toolbar>
          <FilterLinks label={texts().states} links={links()} />
        </Toolbar>
        <Loaded flush shapes={["title", "line", "short"]} again={() => void revalidate(claims.key)}>
          <Claims {...props} view={view()} cursor={textOf(params.cursor)} place={place()} />
        </Loaded>
      </Card>
    </>
  );
}

interface ClaimsProps extends ClaimListProps {
  readonly view: View;
  readonly cursor: string | undefined;
  readonly place: string;
}

function Claims(props: ClaimsProps) {
  const state = () => (props.view === "all" ? undefined : props.view);
  const page = createAsync(() => claims(props.reader, { state: state(), cursor: props.cursor }));
  const here = (cursor?: string) =>
    addressWith(props.place, { state: props.view === firstOf(props.reader) ? undefined : props.view, cursor });
  const next = () => page()?.nextCursor ?? undefined;
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <Show when={known().data.length > 0} fallback={<NoClaim {...props} />}>
            <ItemList label={texts().title} items={known().data}>
              {(claim) => <ClaimItem claim={claim} reader={props.reader} />}
            </ItemList>
          </Show>
          <Pager first={props.cursor && here()} next={next() && here(next())} />
        </>
      )}
    </Show>
  );
}

function NoClaim(props: ClaimsProps) {
  return (
    <Show
      when={props.view === firstOf(props.reader)}
      fallback={
        <EmptyState
          icon={<Scale />}
          title={texts().emptyState}
          text={texts().emptyStateText}
          action={
            <Button variant="secondary" href={addressWith(props.place, { state: "all" })}>
              {texts().showAll}
            </Button>
          }
        />
      }
    >
      <EmptyState icon={<Scale />} title={texts().empty} text={props.emptyText} action={props.action} />
    </Show>
  );
}
