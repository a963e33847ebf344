import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import Inbox from "lucide-solid/icons/inbox";
import { createSignal, Show } from "solid-js";
import { type AffiliationRequest, REQUEST_STATES } from "../../../schemas/requests.ts";
import { requests } from "../data/requests.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { ItemList } from "../ui/item-list.tsx";
import { Small, TextLink } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pager } from "../ui/pager.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressWith, oneOf, textOf } from "../url-state.ts";
import { ApprovalRuleCard } from "./approval-rule-card.tsx";
import { ApproveDialog } from "./approve-dialog.tsx";
import { BlockDialog } from "./block-dialog.tsx";
import { RejectDialog } from "./reject-dialog.tsx";
import { RequestItem } from "./request-item.tsx";

const PLACE = "/merchant/requests";
const texts = () => merchantTexts().requests;

export type RequestAct = "approve" | "reject" | "block";
interface Acting {
  readonly act: RequestAct;
  readonly request: AffiliationRequest;
}

/** The inbox: what waits for an answer first; the history of each state by its address. */
export function RequestsPage() {
  const [params] = useSearchParams();
  const [acting, setActing] = createSignal<Acting>();
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const state = () => oneOf(REQUEST_STATES, params.state) ?? "pending";
  const productId = () => textOf(params.product);
  const links = () =>
    REQUEST_STATES.map((each) => ({
      href: addressWith(PLACE, { product: productId(), state: each === "pending" ? undefined : each }),
      text: texts()[each],
      current: each === state(),
    }));
  const underWay = (act: RequestAct) => (acting()?.act === act ? acting()?.request : undefined);
  const close = () => setActing();
  return (
    <>
      <PageHeader title={texts().title} lead={texts().lead} />
      <Card flush>
        <Toolbar>
          <FilterLinks label={texts().states} links={links()} />
          <Show when={productId()}>
            <Small>
              {texts().ofProduct} <TextLink href={PLACE}>{texts().allProducts}</TextLink>
            </Small>
          </Show>
        </Toolbar>
        <Loaded flush shapes={["title", "line", "short"]} again={() => void revalidate(requests.key)}>
          <RequestList
            state={state()}
            productId={productId()}
            cursor={textOf(params.cursor)}
            onAct={(act, request) => setActing({ act, request })}
          />
        </Loaded>
      </Card>
      <ApprovalRuleCard />
      <ApproveDialog request={underWay("approve")} onClose={close} />
      <RejectDialog request={underWay("reject")} onClose={close} />
      <BlockDialog influencer={underWay("block")?.influencer ?? undefined} onClose={close} />
    </>
  );
}

interface RequestListProps {
  readonly state: AffiliationRequest["state"];
  readonly productId: string | undefined;
  readonly cursor: string | undefined;
  readonly onAct: (act: RequestAct, request: AffiliationRequest) => void;
}

function RequestList(props: RequestListProps) {
  const page = createAsync(() => requests({ state: props.state, productId: props.productId, cursor: props.cursor }));
  const here = (cursor?: string) =>
    addressWith(PLACE, {
      product: props.productId,
      state: props.state === "pending" ? undefined : props.state,
      cursor,
    });
  const next = () => page()?.nextCursor ?? undefined;
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <Show when={known().data.length > 0} fallback={<NoRequest isInbox={props.state === "pending"} />}>
            <ItemList label={texts().title} items={known().data}>
              {(request) => <RequestItem request={request} onAct={(act) => props.onAct(act, request)} />}
            </ItemList>
          </Show>
          <Pager first={props.cursor && here()} next={next() && here(next())} />
        </>
      )}
    </Show>
  );
}

function NoRequest(props: { isInbox: boolean }) {
  return (
    <EmptyState
      icon={<Inbox />}
      title={props.isInbox ? texts().empty : texts().emptyHistory}
      text={props.isInbox ? texts().emptyText : texts().emptyHistoryText}
      action={
        <Show when={props.isInbox}>
          <Button variant="secondary" href="/merchant/products">
            {texts().seeProducts}
          </Button>
        </Show>
      }
    />
  );
}
