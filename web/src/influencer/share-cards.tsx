import { createAsync } from "@solidjs/router";
import Share2 from "lucide-solid/icons/share-2";
import { Show, Suspense } from "solid-js";
import type { Link } from "../../../schemas/links.ts";
import { product } from "../data/products.ts";
import { linkTexts } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Item, ItemList } from "../ui/item-list.tsx";
import { Row, Stack } from "../ui/layout.tsx";
import { ShareMessageCard } from "./share-message-card.tsx";

const texts = () => linkTexts().share;
// A product that was taken away has no message worth sending; its link can still be copied.
const productOf = (id: string) => product(id).catch(() => undefined);

/** The ways to hand a link to people: itself, a message, and where each network wants it. */
export function ShareCards(props: { link: Link }) {
  const found = createAsync(() => productOf(props.link.productId));
  return (
    <>
      <Card title={texts().title}>
        <Stack>
          <CopyField label={texts().url} value={props.link.url} />
          <NativeShare url={props.link.url} />
        </Stack>
      </Card>
      <Suspense>
        <Show when={found()}>{(known) => <ShareMessageCard link={props.link} product={known()} />}</Show>
      </Suspense>
      <Elsewhere url={props.link.url} />
    </>
  );
}

// The device's own list of apps, where it has one.
function NativeShare(props: { url: string }) {
  const isOffered = typeof navigator.share === "function";
  // Rejected when the person closes the list: nothing to say.
  const share = () => navigator.share({ url: props.url }).catch(() => undefined);
  return (
    <Show when={isOffered}>
      <Row>
        <Button icon={<Share2 />} onClick={() => void share()}>
          {texts().native}
        </Button>
      </Row>
    </Show>
  );
}

function Elsewhere(props: { url: string }) {
  const places = () => [
    { name: texts().instagram, text: texts().instagramText, href: undefined },
    { name: texts().tiktok, text: texts().tiktokText, href: undefined },
    {
      name: texts().facebook,
      text: texts().facebookText,
      href: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(props.url)}`,
    },
  ];
  return (
    <Card title={texts().elsewhere} flush>
      <ItemList label={texts().elsewhere} items={places()}>
        {(place) => (
          <Item
            title={place.name}
            action={
              <Show when={place.href} fallback={<CopyButton value={props.url}>{texts().copyLink}</CopyButton>}>
                {(href) => (
                  <Button variant="secondary" href={href()} newTab>
                    {texts().openFacebook}
                  </Button>
                )}
              </Show>
            }
          >
            <p>{place.text}</p>
          </Item>
        )}
      </ItemList>
    </Card>
  );
}
