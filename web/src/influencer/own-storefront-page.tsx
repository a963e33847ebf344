import { createAsync, revalidate } from "@solidjs/router";
import { Show } from "solid-js";
import { ownStorefront } from "../data/storefronts.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { storefrontEditTexts } from "../text/storefront-edit/texts.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { StorefrontEditor } from "./storefront-editor.tsx";

/** The influencer's own storefront: what it shows, how it looks, whether everybody sees it. */
export function OwnStorefrontPage() {
  const texts = () => storefrontEditTexts();
  const own = createAsync(() => ownStorefront());
  keepTitle(() => `${texts().title} · ShareYourSales`);
  return (
    <>
      <PageHeader title={texts().title} lead={texts().lead} />
      <Loaded shapes={["title", "block", "block"]} again={() => void revalidate(ownStorefront.key)}>
        <Show when={own()}>{(known) => <StorefrontEditor own={known()} />}</Show>
      </Loaded>
    </>
  );
}
