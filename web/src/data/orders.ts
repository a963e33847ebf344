import { action, json, query } from "@solidjs/router";
import type { Conversion, RecordOrderEvent } from "../../../schemas/conversions.ts";
import type { ConversionFilters, OrderContact, OrderCounts, OrderEventResults } from "../../../schemas/orders.ts";
import { deskClient, trackingClient } from "../client.ts";
import { latestOrders } from "./tracking.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

export interface OrderPage {
  readonly data: readonly Conversion[];
  readonly nextCursor: string | null;
}

export type OrderFilter = { readonly [Name in keyof ConversionFilters]?: ConversionFilters[Name] | undefined } & {
  readonly cursor?: string | undefined;
};

const known = (filter: OrderFilter): ConversionFilters =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

/** A page of the orders that the person may see and that match, newest first. */
export const orders = query(async (filter: OrderFilter): Promise<OrderPage> => {
  const answer = await trackingClient.conversions.$get({ query: { limit: "25", ...known(filter) } });
  return answer.json();
}, "orders.page");

/** One order with everything that was told of it; by the shop's own id too, for its merchant. */
export const order = query(async (id: string): Promise<Conversion> => {
  const answer = await trackingClient.conversions[":orderId"].$get({ param: { orderId: encodeURIComponent(id) } });
  return answer.json();
}, "orders.one");

export const orderCounts = query(async (): Promise<OrderCounts> => {
  const answer = await deskClient["order-counts"].$get();
  return answer.json();
}, "orders.counts");

const CHANGED = [orders.key, order.key, orderCounts.key, latestOrders.key];

export interface DeskEvent {
  readonly orderId: string;
  readonly event: RecordOrderEvent;
}

/** Tells what became of orders; each result stands for itself, in the order asked. At most a hundred. */
export const recordEvents = action(async (events: readonly DeskEvent[]) => {
  const answer = await deskClient.events.$post({ json: { events: [...events] } });
  const results: OrderEventResults = await answer.json();
  return json(results, { revalidate: CHANGED });
}, forget);

/** Tells one event of one order; a refusal is thrown. */
export const recordEvent = action(async (id: string, event: RecordOrderEvent) => {
  const answer = await trackingClient.conversions[":orderId"].events.$post({ param: { orderId: id }, json: event });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

/** The customer's phone; each reading is recorded. */
export async function orderContact(id: string): Promise<OrderContact> {
  const answer = await deskClient.conversions[":orderId"].contact.$get({ param: { orderId: id } });
  return answer.json();
}

/** All orders that match, as a file. */
export async function ordersFile({ cursor: _, ...filter }: OrderFilter): Promise<Blob> {
  const answer = await deskClient["orders.csv"].$get({ query: known(filter) });
  return answer.blob();
}
