import { createEffect, on, onCleanup, onMount } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { isTyping } from "../is-typing.ts";
import { canAct, type OrderAct } from "../orders/order-acts.ts";

const ACT_KEYS: Readonly<Record<string, OrderAct>> = { c: "confirm", s: "ship", d: "deliver", e: "collect" };

interface KeyTarget {
  readonly rows: () => readonly Conversion[];
  readonly chosen: () => readonly Conversion[];
  readonly toggle: (row: Conversion) => void;
  readonly act: (act: OrderAct, orders: readonly Conversion[]) => void;
  readonly undo: () => void;
  /** Something stands in front of the list: its keys are its own. */
  readonly isBusy: () => boolean;
}

const rowElements = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];

/**
 * `j` and `k` go from order to order, `x` chooses, `c` `s` `d` `e` `r` act on what is chosen or else on the order the focus
 * is in, `u` takes the last act back. The focus itself moves, so that a screen reader follows.
 */
export function createOrderKeys(target: KeyTarget): void {
  let isGoing = false;
  let at: number | undefined;

  const focusRow = (index: number) => {
    const rows = rowElements();
    at = Math.max(0, Math.min(index, rows.length - 1));
    const row = rows[at];
    row?.querySelector<HTMLElement>("a[href]")?.focus();
    row?.scrollIntoView({ block: "nearest" });
  };
  const indexOfFocus = () => rowElements().findIndex((row) => row.contains(document.activeElement));
  const focused = () => target.rows()[indexOfFocus()];

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTypingText(event.target) || target.isBusy()) return;
    const wasGoing = isGoing;
    isGoing = event.key === "g";
    if (!wasGoing && take(event.key)) event.preventDefault();
  };
  const take = (key: string): boolean => {
    const row = focused();
    if (key === "j" || key === "k") {
      const from = row ? indexOfFocus() : at;
      focusRow(from === undefined ? 0 : row ? from + (key === "j" ? 1 : -1) : from);
      return true;
    }
    if (key === "x" && row) target.toggle(row);
    else if (key === "u") target.undo();
    else {
      const orders = target.chosen().length > 0 ? target.chosen() : row ? [row] : [];
      const act = key === "r" ? endOf(orders) : ACT_KEYS[key];
      if (act === undefined || orders.length === 0) return false;
      if (row) at = indexOfFocus();
      target.act(act, orders);
    }
    return true;
  };

  // An act draws the rows anew: whoever walks through them by keys stays where they were.
  createEffect(
    on(
      target.rows,
      () =>
        requestAnimationFrame(() => {
          if (at !== undefined && document.activeElement === document.body && !target.isBusy()) focusRow(at);
        }),
      { defer: true },
    ),
  );
  onMount(() => addEventListener("keydown", press));
  onCleanup(() => removeEventListener("keydown", press));
}

// A box that is ticked takes no letters.
function isTypingText(place: EventTarget | null): boolean {
  return isTyping(place) && !(place instanceof HTMLInputElement && place.type === "checkbox");
}

// A parcel on its way is refused, one that had arrived is returned.
function endOf(orders: readonly Conversion[]): OrderAct {
  return orders.some((order) => canAct(order, "refuse")) ? "refuse" : "return";
}
