import * as z from "zod";
import { instantOf } from "../../core/instant-of.ts";
import type { PolledOrder, PolledPage } from "../polled-orders.ts";
import { text } from "../shop-body.ts";
import { readYouCanOrder } from "./read-delivery.ts";

const PER_PAGE = 50;
const INCLUDED = "customer,variants,payment,shipping,coupon";
const head = z.object({ id: z.string(), created_at: text, updated_at: text });
const pagination = z.object({ current_page: z.string(), total_pages: z.string() });
const listed = z.object({ data: z.array(z.unknown()), meta: z.object({ pagination }).nullish() });

/** A page of a YouCan store's orders, the newest first: its API sorts by creation only, never by change. */
export function youCanOrdersRequest(apiUrl: string, token: string, page: number) {
  const url = new URL(`${apiUrl}/orders`);
  url.search = new URLSearchParams({
    sort_field: "created_at",
    sort_order: "desc",
    limit: String(PER_PAGE),
    page: String(page),
    include: INCLUDED,
  }).toString();
  return { url: url.href, headers: { Authorization: `Bearer ${token}` } };
}

/** The page of orders that an answer is. Throws a ZodError when it is none. */
export function readYouCanOrders(json: unknown): PolledPage {
  const { data, meta } = listed.parse(json);
  const pages = meta?.pagination;
  const isLast = pages ? Number(pages.current_page) >= Number(pages.total_pages) : data.length < PER_PAGE;
  return { orders: data.map(polledOf), isLast: isLast || data.length === 0 };
}

function polledOf(order: unknown): PolledOrder {
  const { id, created_at, updated_at } = head.parse(order);
  const createdAt = instantOf(created_at) ?? 0;
  return { id, createdAt, changedAt: instantOf(updated_at) ?? createdAt, read: readOf(order) };
}

function readOf(order: unknown) {
  try {
    return readYouCanOrder("order.polled", order);
  } catch {
    return undefined;
  }
}
