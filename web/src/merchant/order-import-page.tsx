import { useAction, useSearchParams } from "@solidjs/router";
import Download from "lucide-solid/icons/download";
import { Show } from "solid-js";
import { importOrders, tryOrders } from "../data/order-imports.ts";
import { keepTitle } from "../page-title.ts";
import { saveFile } from "../save-file.ts";
import { intakeTexts } from "../text/intake/texts.ts";
import { Button } from "../ui/button.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { TextLink } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { oneOf, textOf } from "../url-state.ts";
import { CourierImport } from "./courier-import.tsx";
import { OrderImportColumns } from "./order-import-columns.tsx";
import { OrderImportFile } from "./order-import-file.tsx";
import { ORDER_IMPORT, parcelImportHref } from "./order-import-place.ts";

const texts = () => intakeTexts().import;

/** Orders from a file: the shop's own, or what a courier says of their parcels. */
export function OrderImportPage() {
  const [params] = useSearchParams();
  const send = useAction(importOrders);
  const isParcels = () => oneOf(["parcels"], params.mode) !== undefined;
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const saveTemplate = () => {
    const head = `\ufeff${intakeTexts().columns.head}\r\n`;
    saveFile(new Blob([head], { type: "text/csv" }), texts().templateFile);
  };
  return (
    <>
      <PageHeader
        title={texts().title}
        lead={
          <>
            {texts().lead} <TextLink href="/merchant/orders">{texts().back}</TextLink>
          </>
        }
        actions={
          <Show when={!isParcels()}>
            <Button variant="secondary" icon={<Download />} onClick={saveTemplate}>
              {texts().template}
            </Button>
          </Show>
        }
      />
      <FilterLinks
        label={texts().modes}
        links={[
          { href: ORDER_IMPORT, text: texts().orders, current: !isParcels() },
          { href: parcelImportHref(), text: texts().parcels, current: isParcels() },
        ]}
      />
      <Show when={!isParcels()} fallback={<CourierImport connectorId={textOf(params.connector)} />}>
        <OrderImportFile text={texts().ordersText} onTry={tryOrders} onRun={send} />
        <OrderImportColumns />
      </Show>
    </>
  );
}
