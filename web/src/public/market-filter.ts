import type { Product } from "../../../schemas/products.ts";
import type { MarketFilter } from "../data/marketplace.ts";
import { addressWith, oneOf, textOf } from "../url-state.ts";

export const MARKET = "/marketplace";
// The schemas' own lists would bring their library to the first page.
export const KINDS: readonly Product["kind"][] = ["product", "service"];
export const SORTS: readonly NonNullable<MarketFilter["sort"]>[] = ["relevance", "newest", "rate", "price", "epc"];
/** In basis points. */
export const MIN_RATES = ["500", "1000", "1500", "2000", "3000"] as const;
/** In centimes. */
export const MAX_PRICES = ["10000", "20000", "50000", "100000", "200000"] as const;

/** What the address asks of the marketplace. */
export function filterOf(params: Partial<Record<string, string | readonly string[]>>): MarketFilter {
  return {
    q: textOf(params.q),
    category: textOf(params.category),
    kind: oneOf(KINDS, params.kind),
    city: textOf(params.city),
    minRateBps: oneOf(MIN_RATES, params.minRateBps),
    maxPriceMinor: oneOf(MAX_PRICES, params.maxPriceMinor),
    sort: oneOf(SORTS, params.sort),
  };
}

/** The address of the marketplace with this filter. */
export const marketAddress = (filter: MarketFilter) => addressWith(MARKET, { ...filter });

/** How many filters narrow beside the words. */
export const countFilters = ({ category, kind, city, minRateBps, maxPriceMinor }: MarketFilter) =>
  [category, kind, city, minRateBps, maxPriceMinor].filter((value) => value !== undefined).length;
