import type { ReadDelivery } from "../../schemas/shop-deliveries.ts";

/** An order of a shop's list: when it last changed, and what it says; undefined when it cannot be read. */
export interface PolledOrder {
  readonly id: string;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly read: ReadDelivery | undefined;
}

/** One page of a shop's list of orders. */
export interface PolledPage {
  readonly orders: readonly PolledOrder[];
  readonly isLast: boolean;
}
