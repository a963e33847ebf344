import PackageCheck from "lucide-solid/icons/package-check";
import PackageOpen from "lucide-solid/icons/package-open";
import SearchX from "lucide-solid/icons/search-x";
import { Match, Switch } from "solid-js";
import { orderTexts } from "../text/orders/texts.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { DESK_PLACE, type DeskParams } from "./order-params.ts";

/** No order here: because all is done, because nothing matches, or because none has come yet. */
export function NoOrder(props: { params: DeskParams }) {
  const texts = () => orderTexts().desk;
  const isNarrowed = () => Object.entries(props.params).some(([name, value]) => name !== "view" && value !== undefined);
  const showAll = () => (
    <Button variant="secondary" href={DESK_PLACE}>
      {texts().showAll}
    </Button>
  );
  return (
    <Switch
      fallback={
        <EmptyState
          icon={<PackageOpen />}
          title={texts().empty}
          text={texts().emptyText}
          action={<Button href="/merchant/integrations">{texts().connect}</Button>}
        />
      }
    >
      <Match when={isNarrowed()}>
        <EmptyState icon={<SearchX />} title={texts().none} text={texts().noneText} action={showAll()} />
      </Match>
      <Match when={props.params.view}>
        <EmptyState icon={<PackageCheck />} title={texts().noneHere} text={texts().noneHereText} action={showAll()} />
      </Match>
    </Switch>
  );
}
