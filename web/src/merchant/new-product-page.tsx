import { createAsync, revalidate, useNavigate } from "@solidjs/router";
import Globe from "lucide-solid/icons/globe";
import { Show } from "solid-js";
import { hosts } from "../data/hosts.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Narrow } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { NewProductForm } from "./product-form.tsx";

/** A new product; its pictures follow once it is there. */
export function NewProductPage() {
  const navigate = useNavigate();
  const sites = createAsync(() => hosts());
  const texts = () => productFormTexts().page;
  const isProved = () => sites()?.some(({ state }) => state === "verified") ?? false;
  keepTitle(() => `${texts().newTitle}, ShareYourSales`);
  return (
    <Narrow>
      <PageHeader title={texts().newTitle} lead={texts().newLead} />
      <Loaded shapes={["title", "block", "block"]} again={() => void revalidate(hosts.key)}>
        <Show when={sites()}>
          <Show
            when={isProved()}
            fallback={
              <Card flush>
                <EmptyState
                  icon={<Globe />}
                  title={texts().needSite}
                  text={texts().needSiteText}
                  action={<Button href="/merchant/sites">{texts().proveSite}</Button>}
                />
              </Card>
            }
          >
            <NewProductForm onCreated={({ id }) => navigate(`/merchant/products/${id}?created=1`)} />
          </Show>
        </Show>
      </Loaded>
    </Narrow>
  );
}
