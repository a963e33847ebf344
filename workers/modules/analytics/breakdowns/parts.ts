import { cityKey } from "../../../../schemas/cities.ts";
import { type ClickCounts, NO_CLICKS, NO_ORDERS, type OrderCounts, sumCounts } from "../numbers/rules.ts";

/** What was counted for one value; null is "not known". */
export interface Part {
  readonly key: string | null;
  readonly clicks: ClickCounts;
  readonly orders: OrderCounts;
}

type Keyed<T> = T & { readonly key: string };

/** Clicks and orders of the same key, put together; '' is "not known". */
export function partsOf(clicks: readonly Keyed<ClickCounts>[], orders: readonly Keyed<OrderCounts>[]): Part[] {
  const clicksOf = Map.groupBy(clicks, ({ key }) => key);
  const ordersOf = Map.groupBy(orders, ({ key }) => key);
  return [...new Set([...clicksOf.keys(), ...ordersOf.keys()])].map((key) => ({
    key: key === "" ? null : key,
    clicks: sumCounts(NO_CLICKS, clicksOf.get(key) ?? []),
    orders: sumCounts(NO_ORDERS, ordersOf.get(key) ?? []),
  }));
}

/** The parts, and what of the total none of them has as the part that is "not known". */
export function withUnknown(parts: readonly Part[], total: ClickCounts): Part[] {
  const named = sumCounts(
    NO_CLICKS,
    parts.map(({ clicks }) => clicks),
  );
  const rest = { ...NO_CLICKS, clicks: total.clicks - named.clicks, bots: total.bots - named.bots };
  const unknown = parts.find(({ key }) => key === null);
  const others = parts.filter(({ key }) => key !== null);
  if (!unknown && rest.clicks === 0 && rest.bots === 0) return others;
  return [...others, { key: null, clicks: rest, orders: unknown?.orders ?? NO_ORDERS }];
}

/** Largest first; parts without a click, hit or order are not shown. */
export function placed(parts: readonly Part[], first: "clicks" | "orders"): Part[] {
  const sizes = ({ clicks, orders }: Part): readonly [number, number] =>
    first === "clicks" ? [clicks.clicks, orders.orders] : [orders.orders, clicks.clicks];
  return parts
    .filter(({ clicks, orders }) => clicks.clicks > 0 || clicks.bots > 0 || orders.orders > 0)
    .toSorted((a, b) => {
      const [mine, theirs] = [sizes(a), sizes(b)];
      return theirs[0] - mine[0] || theirs[1] - mine[1] || compareKeys(a.key, b.key);
    });
}

const compareKeys = (a: string | null, b: string | null) => ((a ?? "~") < (b ?? "~") ? -1 : 1);

/** The city's key where the list knows it: visitors' cities come in English, parcels' in French. */
export const cityValue = (name: string): string => cityKey(name) ?? name;
