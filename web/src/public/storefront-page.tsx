import { createAsync, useParams } from "@solidjs/router";
import Compass from "lucide-solid/icons/compass";
import { Show } from "solid-js";
import type { Storefront } from "../../../schemas/storefronts.ts";
import { storefront } from "../data/storefronts.ts";
import { keepTitle } from "../page-title.ts";
import { GoneGuard } from "../shell/gone-guard.tsx";
import { fill } from "../text/fill.ts";
import { storefrontTexts } from "../text/storefront/texts.ts";
import { Button } from "../ui/button.tsx";
import { Lone } from "../ui/lone.tsx";
import { StorefrontFrame } from "../ui/storefront-frame.tsx";
import { StorefrontView } from "./storefront-view.tsx";

const texts = () => storefrontTexts();

/** `/@handle`: an influencer's own page. */
export function StorefrontPage() {
  const params = useParams<{ name: string }>();
  const found = createAsync(() => storefront(params.name.slice(1)));
  return (
    <GoneGuard code="storefront.not_found" gone={<Missing />}>
      <Show when={found()}>{(known) => <Found storefront={known()} />}</Show>
    </GoneGuard>
  );
}

function Found(props: { storefront: Storefront }) {
  const name = () => `\u2068${props.storefront.displayName}\u2069`;
  keepTitle(() => `${fill(texts().title, { name: props.storefront.displayName })} · ShareYourSales`);
  const note = () => (props.storefront.items.length > 0 ? fill(texts().disclosure, { name: name() }) : "");
  return (
    <StorefrontFrame note={note()} madeWith={texts().madeWith}>
      <StorefrontView storefront={props.storefront} heading />
    </StorefrontFrame>
  );
}

function Missing() {
  keepTitle(() => `${texts().missing} · ShareYourSales`);
  return (
    <StorefrontFrame madeWith={texts().madeWith}>
      <Lone
        icon={<Compass />}
        title={texts().missing}
        text={texts().missingText}
        action={<Button href="/marketplace">{texts().toMarket}</Button>}
      />
    </StorefrontFrame>
  );
}
