import { createSignal } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import type { RowChoice } from "../ui/data-table.tsx";

/** Which orders of the page are chosen for a common act. */
export function createOrderChoice(rows: () => readonly Conversion[]) {
  const [ids, setIds] = createSignal<ReadonlySet<string>>(new Set());
  const chosen = () => rows().filter(({ id }) => ids().has(id));
  const choose = ({ id }: Conversion, isChosen: boolean) =>
    setIds((known) => new Set(isChosen ? [...known, id] : [...known].filter((one) => one !== id)));
  const choice: RowChoice<Conversion> = {
    isChosen: ({ id }) => ids().has(id),
    choose,
    nameOf: (row) => fill(orderTexts().acts.select, { order: row.orderId ?? row.id }),
    chooseAll: (isChosen) => setIds(new Set(isChosen ? rows().map(({ id }) => id) : [])),
    get allName() {
      return orderTexts().acts.selectAll;
    },
  };
  const toggle = (row: Conversion) => choose(row, !ids().has(row.id));
  return { chosen, choice, toggle, clear: () => setIds(new Set<string>()) };
}
