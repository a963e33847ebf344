import PackageX from "lucide-solid/icons/package-x";
import { keepTitle } from "../page-title.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";

/** In place of an order that is not there, or not the reader's. @param props.list where one's orders are */
export function GoneOrder(props: { list: string }) {
  const texts = () => orderTexts().page;
  keepTitle(() => `${texts().gone}, ShareYourSales`);
  return (
    <>
      <PageHeader title={texts().gone} />
      <EmptyState
        icon={<PackageX />}
        title={texts().gone}
        text={texts().goneText}
        action={<Button href={props.list}>{texts().back}</Button>}
      />
    </>
  );
}
