import { createAsync, revalidate } from "@solidjs/router";
import Globe from "lucide-solid/icons/globe";
import { createSignal, Show } from "solid-js";
import type { Host } from "../../../schemas/hosts.ts";
import { SavedNotice } from "../account/saved-notice.tsx";
import { hosts } from "../data/hosts.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ItemList } from "../ui/item-list.tsx";
import { Narrow } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { AddSiteCard } from "./add-site-card.tsx";
import { RemoveSiteDialog } from "./remove-site-dialog.tsx";
import { SiteItem } from "./site-item.tsx";

const texts = () => merchantTexts().sites;

/** The merchant's sites, and how each is proved. */
export function SitesPage() {
  const sites = createAsync(() => hosts());
  const [removing, setRemoving] = createSignal<Host>();
  const [wasRemoved, setRemoved] = createSignal(false);
  keepTitle(() => `${texts().title}, ShareYourSales`);
  return (
    <>
      <PageHeader
        title={texts().title}
        lead={texts().lead}
        actions={
          <Button variant="secondary" href="/merchant/products">
            {merchantTexts().products.title}
          </Button>
        }
      />
      <Narrow>
        <AddSiteCard />
        <SavedNotice when={wasRemoved()} text={texts().removed} />
        <Loaded shapes={["title", "line", "short"]} again={() => void revalidate(hosts.key)}>
          <Show when={sites()}>
            {(listed) => (
              <Card title={texts().list} flush>
                <Show
                  when={listed().length > 0}
                  fallback={<EmptyState icon={<Globe />} title={texts().empty} text={texts().emptyText} />}
                >
                  <ItemList label={texts().list} items={listed()}>
                    {(site) => <SiteItem site={site} onRemove={() => setRemoving(site)} />}
                  </ItemList>
                </Show>
              </Card>
            )}
          </Show>
        </Loaded>
      </Narrow>
      <RemoveSiteDialog site={removing()} onClose={() => setRemoving()} onRemoved={() => setRemoved(true)} />
    </>
  );
}
