import * as z from "zod";
import { instantOf } from "../../core/instant-of.ts";
import type { PolledOrder, PolledPage } from "../polled-orders.ts";
import { text } from "../shop-body.ts";
import { readWooCommerceDelivery } from "./read-delivery.ts";

const PER_PAGE = 50;
const head = z.object({ id: z.string(), date_created_gmt: text, date_modified_gmt: text });

/** Orders of a shop of WooCommerce that changed after the instant, the first to change first. @param token `key:secret` of its REST API */
export function wooCommerceOrdersRequest(apiUrl: string, token: string, changedAfter: number, page: number) {
  const url = new URL(`${apiUrl}/wp-json/wc/v3/orders`);
  url.search = new URLSearchParams({
    modified_after: new Date(changedAfter).toISOString().slice(0, 19),
    dates_are_gmt: "true",
    orderby: "modified",
    order: "asc",
    per_page: String(PER_PAGE),
    page: String(page),
  }).toString();
  return { url: url.href, headers: { Authorization: `Basic ${base64(token)}` } };
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** The page of orders that an answer is. Throws a ZodError when it is none. */
export function readWooCommerceOrders(json: unknown): PolledPage {
  const list = z.array(z.unknown()).parse(json);
  return { orders: list.map(polledOf), isLast: list.length < PER_PAGE };
}

function polledOf(order: unknown): PolledOrder {
  const { id, date_created_gmt, date_modified_gmt } = head.parse(order);
  const createdAt = instantOf(date_created_gmt) ?? 0;
  return { id, createdAt, changedAt: instantOf(date_modified_gmt) ?? createdAt, read: readOf(order) };
}

function readOf(order: unknown) {
  try {
    return readWooCommerceDelivery("order.updated", order);
  } catch {
    return undefined;
  }
}
