import type { Conversion, OrderStatus } from "../../../schemas/conversions.ts";

/** What a person can tell of an order, and the status that says it. */
export const ORDER_ACTS = ["confirm", "ship", "deliver", "collect", "cancel", "refuse", "return", "lose"] as const;
export type OrderAct = (typeof ORDER_ACTS)[number];
export const STATUS_OF: Readonly<Record<OrderAct, OrderStatus>> = {
  confirm: "confirmed",
  ship: "shipped",
  deliver: "delivered",
  collect: "collected",
  cancel: "cancelled",
  refuse: "refused",
  return: "returned",
  lose: "lost",
};

const STEPS: readonly OrderStatus[] = ["placed", "confirmed", "shipped", "delivered", "collected"];
/** The steps ahead of an order in the order they usually come: a prepaid one is paid before it travels. */
export const STEPS_OF: Readonly<Record<Conversion["payment"], readonly OrderStatus[]>> = {
  cod: STEPS,
  prepaid: ["placed", "collected", "confirmed", "shipped", "delivered"],
};
const EXITS: readonly OrderStatus[] = ["cancelled", "refused", "returned", "lost"];

export const isExit = (status: OrderStatus): boolean => EXITS.includes(status);

// What makes sense from each status; the API decides in the end.
const FROM: Readonly<Record<OrderStatus, readonly OrderAct[]>> = {
  placed: ["confirm", "ship", "cancel"],
  confirmed: ["ship", "deliver", "cancel"],
  shipped: ["deliver", "collect", "refuse", "return", "lose"],
  delivered: ["collect", "return"],
  collected: ["return"],
  cancelled: [],
  refused: ["deliver", "collect"],
  returned: ["deliver", "collect"],
  lost: [],
};
const FROM_PREPAID: Partial<typeof FROM> = {
  placed: ["collect", "confirm", "cancel"],
  confirmed: ["ship", "collect", "cancel"],
  shipped: ["deliver", "refuse", "return", "lose"],
  delivered: ["return"],
  collected: ["ship", "confirm", "cancel"],
};

type Order = Pick<Conversion, "status" | "payment">;

/** What can be told of the order now, the usual next step first. */
export function actsOf({ status, payment }: Order): readonly OrderAct[] {
  return (payment === "prepaid" ? FROM_PREPAID[status] : undefined) ?? FROM[status];
}

export const canAct = (order: Order, act: OrderAct): boolean => actsOf(order).includes(act);

/** The next step in the usual life of the order; undefined once it has ended, or nothing is left to do. */
export function nextActOf(order: Order): OrderAct | undefined {
  const [act] = actsOf(order);
  return isExit(order.status) || act === undefined || isExit(STATUS_OF[act]) ? undefined : act;
}
