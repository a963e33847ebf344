import PackageSearch from "lucide-solid/icons/package-search";
import { linkTexts } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** No merchant has approved anything: a link cannot be made yet. */
export function NoProductYet() {
  return (
    <Card>
      <EmptyState
        icon={<PackageSearch />}
        title={linkTexts().form.noProduct}
        text={linkTexts().form.noProductText}
        action={<Button href="/marketplace">{linkTexts().list.browse}</Button>}
      />
    </Card>
  );
}
