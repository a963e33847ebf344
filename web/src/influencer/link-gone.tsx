import Link2Off from "lucide-solid/icons/link-2-off";
import { keepTitle } from "../page-title.ts";
import { linkTexts } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { LINKS } from "./link-table.tsx";

/** A link that is not there, or somebody else's. */
export function LinkGone() {
  const texts = () => linkTexts().page;
  keepTitle(() => `${texts().gone}, ShareYourSales`);
  return (
    <>
      <PageHeader title={texts().gone} />
      <EmptyState
        icon={<Link2Off />}
        title={texts().gone}
        text={texts().goneText}
        action={<Button href={LINKS}>{linkTexts().list.showAll}</Button>}
      />
    </>
  );
}
