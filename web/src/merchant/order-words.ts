import type { Conversion } from "../../../schemas/conversions.ts";
import type { OrderAct } from "../orders/order-acts.ts";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import type { LeftOrder } from "./order-desk.ts";

/** What its merchant calls an order. */
export const orderName = (order: Conversion): string => order.orderId ?? order.id;

/** An act on one order, for who does not see which row its button is in. */
export const actOn = (act: OrderAct, order: Conversion): string =>
  fill(orderTexts().acts.of, { act: orderTexts().acts[act], order: orderName(order) });

/** Why an order is as it was, in a few words. */
export function leftText(code: LeftOrder["code"]): string {
  const { refusals, acts } = orderTexts();
  switch (code) {
    case "not_now":
      return acts.notNow;
    case "conversion.not_found":
      return refusals.gone;
    case "return.hold_passed":
      return refusals.holdPassed;
    case "event.undo_too_late":
      return refusals.undoLate;
    case "event.undo_refused":
      return refusals.undoRefused;
    case "row.changed":
      return refusals.raced;
    default:
      return refusals.other;
  }
}
