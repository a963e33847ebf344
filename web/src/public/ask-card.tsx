import { createAsync, revalidate, useLocation } from "@solidjs/router";
import { lazy, Match, Show, Suspense, Switch } from "solid-js";
import type { Product } from "../../../schemas/products.ts";
import { requests } from "../data/requests.ts";
import { loginFrom, signUpFrom } from "../next-page.ts";
import { useSession } from "../session.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { marketTexts } from "../text/market/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Row, Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { ApprovedRequest, EndedRequest, isOver, PendingRequest } from "./asked-states.tsx";

// Only influencers ask: nobody else waits for the form and its rules.
const AskForm = lazy(async () => ({ default: (await import("./ask-form.tsx")).AskForm }));
const texts = () => marketTexts().product;

/** What a person may do with a product: ask for it, wait, make a link, edit it. */
export function AskCard(props: { product: Product }) {
  const session = useSession();
  return (
    <Switch>
      <Match when={session.user() === null}>
        <VisitorCard />
      </Match>
      <Match when={session.user()?.role === "influencer"}>
        <Loaded shapes={["block"]} again={() => void revalidate(requests.key)}>
          <InfluencerCard product={props.product} />
        </Loaded>
      </Match>
      <Match when={session.user()?.id === props.product.merchantId}>
        <OwnCard product={props.product} />
      </Match>
      <Match when={session.user()?.role === "merchant"}>
        <Notice tone="info">{texts().otherMerchant}</Notice>
      </Match>
    </Switch>
  );
}

function VisitorCard() {
  const place = useLocation();
  return (
    <Card title={texts().askTitle} text={texts().visitorText}>
      <Row>
        <Button href={signUpFrom("influencer", place)}>{texts().signUp}</Button>
        <Button variant="secondary" href={loginFrom(place)}>
          {texts().signIn}
        </Button>
      </Row>
    </Card>
  );
}

function OwnCard(props: { product: Product }) {
  const isOpen = () => props.product.state !== "archived";
  return (
    <Card title={texts().ownTitle} text={isOpen() ? texts().ownText : texts().archivedText}>
      <Show when={isOpen()}>
        <Button href={`/merchant/products/${props.product.id}`}>{texts().edit}</Button>
      </Show>
    </Card>
  );
}

function InfluencerCard(props: { product: Product }) {
  const page = createAsync(() => requests({ productId: props.product.id }));
  const last = () => page()?.data[0];
  const isPaused = () => props.product.state !== "active";
  return (
    <Show when={page()}>
      <Stack>
        <Show when={isPaused()}>
          <Notice tone="attention" title={texts().pausedTitle}>
            {texts().pausedText}
          </Notice>
        </Show>
        <Switch>
          <Match when={last()?.state === "approved" ? last() : undefined}>
            {(request) => <ApprovedRequest request={request()} />}
          </Match>
          <Match when={last()?.state === "pending" ? last() : undefined}>
            {(request) => <PendingRequest request={request()} />}
          </Match>
          <Match when={!isPaused()}>
            <Show when={last()}>{(request) => <EndedRequest request={request()} />}</Show>
            <Show when={isOver(last())}>
              <Suspense>
                <AskForm productId={props.product.id} />
              </Suspense>
            </Show>
          </Match>
        </Switch>
      </Stack>
    </Show>
  );
}
