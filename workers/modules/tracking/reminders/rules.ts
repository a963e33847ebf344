import { OVERDUE_DAYS } from "../../../../schemas/orders.ts";
import { DAY_MS } from "../../../core/calendar.ts";
import type { DueOrders, Reader } from "./queries.ts";

/** Days after which the merchant is told that an order waits for an end; with the last it is overdue (money.md 1). */
const REMINDER_DAYS = [15, 30, OVERDUE_DAYS] as const;
const EACH_TOLD_MAX = 3;

/** Instants (UTC epoch ms) before which an order is due for its first, second and third reminder. */
export function remindersDueAt(nowMs: number): readonly [first: number, second: number, overdue: number] {
  const [first, second, overdue] = REMINDER_DAYS;
  return [nowMs - first * DAY_MS, nowMs - second * DAY_MS, nowMs - overdue * DAY_MS];
}

interface Told {
  readonly kind: "order.reminder" | "order.overdue" | "orders.reminder" | "orders.overdue";
  readonly userId: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** What a merchant is told in the app: each of a few orders by its id, more of them by their number. */
export function noticesOn({ id: userId }: Reader, due: readonly DueOrders[]): Told[] {
  return due.flatMap(({ level, count, orderIds }): Told[] => {
    const isOverdue = level === REMINDER_DAYS.length;
    const days = REMINDER_DAYS[level - 1] ?? OVERDUE_DAYS;
    if (count > EACH_TOLD_MAX)
      return [{ kind: isOverdue ? "orders.overdue" : "orders.reminder", userId, data: { count, days } }];
    return orderIds.map((order) => ({
      kind: isOverdue ? "order.overdue" : "order.reminder",
      userId,
      data: { order, days },
    }));
  });
}

/** What the one mail of the day says: how many wait, how many are overdue from now on, and which come first. */
export function digestOn(due: readonly DueOrders[]): { waiting: number; overdue: number; orders: string } {
  const countOf = (isOverdue: boolean) =>
    due
      .filter(({ level }) => (level === REMINDER_DAYS.length) === isOverdue)
      .reduce((sum, { count }) => sum + count, 0);
  const first = due.toReversed().flatMap(({ orderIds }) => orderIds);
  return { waiting: countOf(false), overdue: countOf(true), orders: first.slice(0, EACH_TOLD_MAX).join(", ") };
}
