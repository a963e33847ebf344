import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import ShieldCheck from "lucide-solid/icons/shield-check";
import { createSignal, Show } from "solid-js";
import { FRAUD_STATES, type FraudCase } from "../../../schemas/fraud.ts";
import { type CheckFilter, checks } from "../data/fraud.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { ItemList } from "../ui/item-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pager } from "../ui/pager.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressWith, oneOf, textOf } from "../url-state.ts";
import { CheckAppealDialog } from "./check-appeal-dialog.tsx";
import { CheckItem } from "./check-item.tsx";

const PLACE = "/influencer/checks";
const texts = () => fraudTexts().own;

/** The influencer's own checks in plain words: what was seen, what is held, what was decided, and an answer. */
export function ChecksPage() {
  const [params] = useSearchParams();
  const [answering, setAnswering] = createSignal<FraudCase>();
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const state = () => oneOf(FRAUD_STATES, params.state);
  const links = () =>
    [undefined, ...FRAUD_STATES].map((each) => ({
      href: addressWith(PLACE, { state: each }),
      text: texts()[each ?? "all"],
      current: each === state(),
    }));
  return (
    <>
      <PageHeader title={texts().title} lead={texts().lead} />
      <Card flush>
        <Toolbar>
          <FilterLinks label={texts().states} links={links()} />
        </Toolbar>
        <Loaded flush shapes={["title", "line", "short"]} again={() => void revalidate(checks.key)}>
          <Checks state={state()} cursor={textOf(params.cursor)} onAnswer={setAnswering} />
        </Loaded>
      </Card>
      <CheckAppealDialog fraudCase={answering()} onClose={() => setAnswering()} />
    </>
  );
}

function Checks(props: CheckFilter & { onAnswer: (fraudCase: FraudCase) => void }) {
  const page = createAsync(() => checks({ state: props.state, cursor: props.cursor }));
  const here = (cursor?: string) => addressWith(PLACE, { state: props.state, cursor });
  const next = () => page()?.nextCursor ?? undefined;
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <Show when={known().data.length > 0} fallback={<NoCheck isAny={props.state === undefined} />}>
            <ItemList label={texts().title} items={known().data}>
              {(fraudCase) => <CheckItem fraudCase={fraudCase} onAnswer={() => props.onAnswer(fraudCase)} />}
            </ItemList>
          </Show>
          <Pager first={props.cursor && here()} next={next() && here(next())} />
        </>
      )}
    </Show>
  );
}

function NoCheck(props: { isAny: boolean }) {
  return (
    <EmptyState
      icon={<ShieldCheck />}
      title={props.isAny ? texts().empty : texts().emptyState}
      text={props.isAny ? texts().emptyText : texts().emptyStateText}
      action={
        <Button variant="secondary" href={props.isAny ? "/influencer/links" : PLACE}>
          {props.isAny ? texts().seeLinks : texts().showAll}
        </Button>
      }
    />
  );
}
