import { useAction } from "@solidjs/router";
import { createSignal } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import type { OrderEventResults } from "../../../schemas/orders.ts";
import { type DeskEvent, recordEvents } from "../data/orders.ts";
import { canAct, isExit, type OrderAct, STATUS_OF } from "../orders/order-acts.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { tell } from "../ui/toasts.tsx";

type Result = OrderEventResults["data"][number];

export interface Parcel {
  readonly courier?: string | undefined;
  readonly trackingNumber?: string | undefined;
}

/** An act that asks something first: where the parcel goes, or whether the order has really ended. */
export interface AskedAct {
  readonly act: OrderAct;
  readonly orders: readonly Conversion[];
}

/** An order that an act left as it was, and why. */
export interface LeftOrder {
  readonly order: string;
  readonly code: NonNullable<Result["code"]> | "not_now";
}

interface ToldOrder {
  readonly orderId: string;
  readonly name: string;
}
interface Undoable extends ToldOrder {
  readonly id: string;
}

const nameOf = (order: Conversion) => order.orderId ?? order.id;
const countText = (one: string, many: string, count: number) => (count === 1 ? one : fill(many, { count }));

/** What the desk does with orders: acts on one or many, tells of each that did not change, and takes the last act back. */
export function createDesk() {
  const [asked, ask] = createSignal<AskedAct>();
  const told = createToldEvents();
  const task = createTask(async ({ act, orders }: AskedAct, parcel: Parcel) => {
    const able = orders.filter((order) => canAct(order, act));
    const unable = orders.filter((order) => !canAct(order, act));
    const drafts = able.map((order) => ({
      orderId: order.id,
      name: nameOf(order),
      event: { eventId: crypto.randomUUID(), status: STATUS_OF[act], ...parcel },
    }));
    await told.send(drafts, unable.map(nameOf));
  });

  /** Does it, or asks first what it needs to know. */
  const act = (wanted: OrderAct, orders: readonly Conversion[]): void => {
    if (orders.length === 0) return;
    const needsAnswer = wanted === "ship" || isExit(STATUS_OF[wanted]);
    if (needsAnswer && orders.some((order) => canAct(order, wanted))) ask({ act: wanted, orders });
    else void task.run({ act: wanted, orders }, {});
  };
  return {
    act,
    run: task.run,
    asked,
    forgetAsked: () => ask(),
    left: told.left,
    forgetLeft: told.forgetLeft,
    undoLast: told.undoLast,
    isRunning: () => task.isRunning() || told.isUndoing(),
    problem: () => task.problem() ?? told.problem(),
  };
}
export type Desk = ReturnType<typeof createDesk>;

type Draft = DeskEvent & ToldOrder;

// What was told in one act: which orders did not change, and how to take back what the others did.
function createToldEvents() {
  const post = useAction(recordEvents);
  const [left, setLeft] = createSignal<readonly LeftOrder[]>([]);
  const [undoable, setUndoable] = createSignal<readonly Undoable[]>([]);
  let putAway = () => {};

  const sendAll = async (drafts: readonly Draft[]): Promise<readonly (ToldOrder & Result)[]> => {
    if (drafts.length === 0) return [];
    const { data } = await post(drafts.map(({ orderId, event }) => ({ orderId, event })));
    return data.map((result, index) => ({ ...result, name: drafts[index]?.name ?? result.orderId }));
  };
  const refusedOf = (results: readonly (ToldOrder & Result)[]) =>
    results.flatMap(({ name, code }) => (code === null ? [] : { order: name, code }));

  const send = async (drafts: readonly Draft[], unable: readonly string[]) => {
    const results = await sendAll(drafts);
    setLeft([...refusedOf(results), ...unable.map((order) => ({ order, code: "not_now" as const }))]);
    const done = results.flatMap(({ orderId, name, id }) => (id === null ? [] : { orderId, name, id }));
    setUndoable(done);
    const { acts } = orderTexts();
    // Only the last act is offered to be taken back: an older one may have others built upon it.
    putAway();
    if (done.length > 0)
      putAway = tell(countText(acts.doneOne, acts.done, done.length), {
        text: acts.undo,
        run: () => void undo.run(done),
      });
  };
  const undo = createTask(async (done: readonly Undoable[]) => {
    const results = await sendAll(
      done.map(({ orderId, name, id }) => ({ orderId, name, event: { eventId: crypto.randomUUID(), undoes: id } })),
    );
    setUndoable([]);
    putAway();
    const refused = refusedOf(results);
    setLeft(refused);
    const { acts } = orderTexts();
    const count = results.length - refused.length;
    if (count > 0) tell(countText(acts.undoneOne, acts.undone, count));
  });
  return {
    send,
    left,
    forgetLeft: () => setLeft([]),
    undoLast: () => void undo.run(undoable()),
    isUndoing: undo.isRunning,
    problem: undo.problem,
  };
}
