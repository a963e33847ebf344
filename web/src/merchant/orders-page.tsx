import { createAsync, revalidate, useSearchParams } from "@solidjs/router";
import Download from "lucide-solid/icons/download";
import { createEffect, createSignal, on, Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { orders, ordersFile } from "../data/orders.ts";
import { keepTitle } from "../page-title.ts";
import { saveFile } from "../save-file.ts";
import { Loaded } from "../shell/loaded.tsx";
import { createTask } from "../task.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Gutter } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pager } from "../ui/pager.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { NoOrder } from "./no-order.tsx";
import { OrderBulkBar } from "./order-bulk-bar.tsx";
import { createOrderChoice } from "./order-choice.ts";
import { OrderContactDialog } from "./order-contact-dialog.tsx";
import { createDesk } from "./order-desk.ts";
import { OrderEndDialog } from "./order-end-dialog.tsx";
import { OrderFilters } from "./order-filters.tsx";
import { createOrderKeys } from "./order-keys.ts";
import { OrderLeft } from "./order-left.tsx";
import { type DeskParams, deskAddress, deskParamsOf, filterOf } from "./order-params.ts";
import { OrderShipDialog } from "./order-ship-dialog.tsx";
import { offerOrderShortcuts } from "./order-shortcuts.ts";
import { OrderTable } from "./order-table.tsx";
import { OrderTabs } from "./order-tabs.tsx";

const texts = () => orderTexts().desk;

/** The order desk: what must be done next, for one order or many at once; all of the view is in the address. */
export function OrdersPage() {
  const [search, setSearch] = useSearchParams();
  const params = () => deskParamsOf(search);
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const narrow = (name: keyof DeskParams, value: string) =>
    setSearch({ [name]: value === "" ? null : value, cursor: null }, { replace: true });
  return (
    <>
      <PageHeader title={texts().title} lead={texts().lead} actions={<DeskActions params={params()} />} />
      <Card flush>
        <Toolbar>
          <OrderTabs params={params()} />
          <SearchField
            name="q"
            label={texts().search}
            value={params().q ?? ""}
            onSearch={(words) => narrow("q", words)}
          />
        </Toolbar>
        <Gutter>
          <OrderFilters params={params()} onNarrow={narrow} />
        </Gutter>
        <Loaded flush shapes={["title", "line", "line", "line"]} again={() => void revalidate(orders.key)}>
          <Orders params={params()} />
        </Loaded>
      </Card>
    </>
  );
}

function DeskActions(props: { params: DeskParams }) {
  const save = createTask(async () => saveFile(await ordersFile(filterOf(props.params)), texts().file));
  return (
    <>
      <Button variant="secondary" icon={<Download />} loading={save.isRunning()} onClick={() => void save.run()}>
        {texts().export}
      </Button>
      <Button variant="secondary" href="/merchant/orders/import">
        {texts().import}
      </Button>
      <FormProblem problem={save.problem()} />
    </>
  );
}

function Orders(props: { params: DeskParams }) {
  const page = createAsync(() => orders(filterOf(props.params)));
  const rows = () => page()?.data ?? [];
  const desk = createDesk();
  const { chosen, choice, toggle, clear } = createOrderChoice(rows);
  const [contacted, setContacted] = createSignal<Conversion>();
  const isBusy = () => contacted() !== undefined || desk.asked() !== undefined || desk.isRunning();
  createOrderKeys({ rows, chosen, toggle, act: desk.act, undo: desk.undoLast, isBusy });
  offerOrderShortcuts();
  createEffect(on(() => deskAddress(props.params), clear, { defer: true }));
  const next = () => page()?.nextCursor ?? undefined;
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <OrderLeft desk={desk} />
          <Show when={known().data.length > 0} fallback={<NoOrder params={props.params} />}>
            <OrderTable orders={known().data} choice={choice} desk={desk} onContact={setContacted} />
            <OrderBulkBar chosen={chosen()} desk={desk} onClear={clear} />
          </Show>
          <Pager
            first={props.params.cursor && deskAddress({ ...props.params, cursor: undefined })}
            next={next() && deskAddress({ ...props.params, cursor: next() })}
          />
          <OrderShipDialog desk={desk} />
          <OrderEndDialog desk={desk} />
          <OrderContactDialog
            order={contacted()}
            onConfirm={(order) => desk.act("confirm", [order])}
            onClose={() => setContacted()}
          />
        </>
      )}
    </Show>
  );
}
