import { createAsync, revalidate, useAction, useSearchParams } from "@solidjs/router";
import RotateCw from "lucide-solid/icons/rotate-cw";
import Send from "lucide-solid/icons/send";
import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { type Endpoint, WEBHOOK_DELIVERY_STATES, type WebhookDelivery } from "../../../schemas/webhooks.ts";
import { endpoint, replayDelivery, type WebhookDeliveryPage, webhookDeliveries } from "../data/webhooks.ts";
import { Loaded } from "../shell/loaded.tsx";
import { createTask } from "../task.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { ItemList } from "../ui/item-list.tsx";
import { Gutter, Inset } from "../ui/layout.tsx";
import { Pager } from "../ui/pager.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { addressWith, oneOf, textOf } from "../url-state.ts";
import { SavedNotice } from "./saved-notice.tsx";
import { WebhookDeliveryItem } from "./webhook-delivery-item.tsx";
import { webhookHref } from "./webhooks-page.tsx";

const texts = () => webhookTexts().log;
const LOOK_AGAIN_MS = 1_500;
// An attempt under way has its row for two minutes, and the first retries come sooner: the log looks again by itself.
const SOON_MS = 150_000;

/** What was sent to the endpoint, newest first; while something is on its way the list looks again by itself. */
export function WebhookLogCard(props: { endpoint: Endpoint }) {
  const [params] = useSearchParams();
  const [wasReplayed, setReplayed] = createSignal(false);
  const replay = useAction(replayDelivery);
  const replaying = createTask(async (id: string) => {
    setReplayed(false);
    await replay(id);
    setReplayed(true);
  });
  const state = () => oneOf(WEBHOOK_DELIVERY_STATES, params.state);
  const place = () => webhookHref(props.endpoint.id);
  const links = () => [
    { href: place(), text: texts().all, current: state() === undefined },
    ...WEBHOOK_DELIVERY_STATES.map((each) => ({
      href: addressWith(place(), { state: each }),
      text: texts()[each],
      current: each === state(),
    })),
  ];
  const again = () => void revalidate([webhookDeliveries.key, endpoint.key]);
  return (
    <Card
      title={texts().title}
      text={texts().text}
      action={
        <Button variant="secondary" size="small" icon={<RotateCw />} onClick={again}>
          {texts().refresh}
        </Button>
      }
      flush
    >
      <Toolbar>
        <FilterLinks label={texts().states} links={links()} />
      </Toolbar>
      <Show when={wasReplayed() || replaying.problem()}>
        <Gutter>
          <SavedNotice when={wasReplayed()} text={texts().replayed} />
          <FormProblem problem={replaying.problem()} />
        </Gutter>
      </Show>
      <Loaded flush shapes={["line", "line", "short"]} again={again}>
        <DeliveryList
          endpoint={props.endpoint}
          state={state()}
          cursor={textOf(params.cursor)}
          onReplay={(id) => void replaying.run(id)}
        />
      </Loaded>
    </Card>
  );
}

interface DeliveryListProps {
  readonly endpoint: Endpoint;
  readonly state: WebhookDelivery["state"] | undefined;
  readonly cursor: string | undefined;
  readonly onReplay: (id: string) => void;
}

function DeliveryList(props: DeliveryListProps) {
  const page = createAsync(() =>
    webhookDeliveries({ id: props.endpoint.id, state: props.state, cursor: props.cursor }),
  );
  const here = (cursor?: string) => addressWith(webhookHref(props.endpoint.id), { state: props.state, cursor });
  const next = () => page.latest?.nextCursor ?? undefined;
  createEffect(() => {
    if (!isOnItsWay(page.latest)) return;
    const timer = setTimeout(() => void revalidate([webhookDeliveries.key, endpoint.key]), LOOK_AGAIN_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <Show when={page.latest}>
      {(known) => (
        <>
          <Show when={known().data.length > 0} fallback={<NoDelivery isFiltered={props.state !== undefined} />}>
            <ItemList label={texts().title} items={known().data}>
              {(delivery) => (
                <WebhookDeliveryItem
                  delivery={delivery}
                  canReplay={props.endpoint.state === "active"}
                  onReplay={() => props.onReplay(delivery.id)}
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

function isOnItsWay(page: WebhookDeliveryPage | undefined): boolean {
  return (
    page?.data.some(
      ({ state, nextAttemptAt }) =>
        state === "waiting" && nextAttemptAt !== null && Math.abs(Date.parse(nextAttemptAt) - Date.now()) < SOON_MS,
    ) ?? false
  );
}

function NoDelivery(props: { isFiltered: boolean }) {
  return (
    <Show when={!props.isFiltered} fallback={<Inset>{texts().noneInState}</Inset>}>
      <EmptyState icon={<Send />} title={texts().empty} text={texts().emptyText} />
    </Show>
  );
}
