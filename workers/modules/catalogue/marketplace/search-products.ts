import type { Category } from "../../../../schemas/catalogue.ts";
import type { Product, ProductPage, ProductQuery } from "../../../../schemas/products.ts";
import { NotFound } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { KEPT_CATEGORIES, KEPT_MARKET, KEPT_RANKS } from "../kept-answers.ts";
import { productObjects } from "../product-object.ts";
import { findProduct } from "../queries.ts";
import {
  countMatches,
  type Filters,
  listByNumber,
  listCells,
  listPlaces,
  listSimilarNumbers,
  rankMatches,
} from "./queries.ts";
import {
  categoryIdsOf,
  countCells,
  countChosen,
  facetsOf,
  MATCHES_COUNTED_MAX,
  matchOf,
  readCursor,
  sortOf,
  writeCursor,
} from "./rules.ts";

const SIMILAR_MAX = 6;

/** How an answer is kept: `cached` of http, which a query may not know. */
export type Keep = <T>(
  key: string,
  rule: { readonly ttlSeconds: number; readonly tags: readonly string[] },
  load: () => Promise<T>,
) => Promise<T>;

interface FoundPage {
  readonly numbers: readonly number[];
  readonly nextCursor: string | null;
}

/**
 * One page of the active products of active merchants. Up to a thousand matches are counted; without words, rate, price and
 * merchant all are. Pages of `relevance` go through the order of the first page for half an hour, those of other sorts
 * behind the last row: neither skips or repeats a product when others come and go.
 * @throws Invalid `request.invalid` for a cursor of another order
 */
export async function searchProducts(ctx: Context, query: ProductQuery, keep: Keep): Promise<ProductPage> {
  const categories = await keep(KEPT_CATEGORIES.key, KEPT_CATEGORIES, () => KEPT_CATEGORIES.load(ctx));
  const filters = filtersOf(query, categories);
  const [found, counted] = await Promise.all([
    findPage(ctx, query, filters, keep),
    countAll(ctx, filters, categories, keep),
  ]);
  const data = await productObjects(ctx, await listByNumber(ctx, found.numbers));
  return { data, nextCursor: found.nextCursor, ...counted };
}

/** Up to six other active products of the category, the newest first. @throws NotFound `product.not_found` */
export async function listSimilarProducts(ctx: Context, productId: string): Promise<Product[]> {
  const product = await findProduct(ctx, productId);
  if (!product) throw new NotFound("product.not_found");
  const numbers = await listSimilarNumbers(ctx, product, SIMILAR_MAX);
  return productObjects(ctx, await listByNumber(ctx, numbers));
}

function filtersOf(query: ProductQuery, categories: readonly Category[]): Filters {
  const { q, category, kind, minRateBps, maxPriceMinor, merchantId, city } = query;
  return {
    match: q ? matchOf(q) : undefined,
    categoryIds: category === undefined ? undefined : categoryIdsOf(categories, category),
    kind,
    minRateBps,
    maxPriceMinor,
    merchantId,
    city,
  };
}

async function findPage(ctx: Context, query: ProductQuery, filters: Filters, keep: Keep): Promise<FoundPage> {
  const sort = sortOf(query);
  const after = readCursor(sort, query.cursor);
  if (sort === "relevance") return findRanked(ctx, filters, { after, limit: query.limit }, keep);
  const places = await listPlaces(ctx, filters, { sort, after, limit: query.limit + 1 });
  const shown = places.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    numbers: shown.map(({ number }) => number),
    nextCursor: places.length > query.limit && last ? writeCursor(sort, last) : null,
  };
}

async function findRanked(
  ctx: Context,
  filters: Filters,
  { after, limit }: { after: { value: number; number: number } | undefined; limit: number },
  keep: Keep,
): Promise<FoundPage> {
  const { value: rankedAt, number: offset } = after ?? { value: ctx.now(), number: 0 };
  const key = `market-ranks:${rankedAt}:${JSON.stringify(filters)}`;
  const ranks = after ? await keep(key, KEPT_RANKS, () => rankMatches(ctx, filters)) : await rankMatches(ctx, filters);
  const end = offset + limit;
  const hasMore = ranks.length > end;
  if (!after && hasMore) await keep(key, KEPT_RANKS, async () => ranks);
  return {
    numbers: ranks.slice(offset, end),
    nextCursor: hasMore ? writeCursor("relevance", { value: rankedAt, number: end }) : null,
  };
}

async function countAll(
  ctx: Context,
  filters: Filters,
  categories: readonly Category[],
  keep: Keep,
): Promise<Pick<ProductPage, "facets" | "total">> {
  const { categoryIds, kind, city, ...others } = filters;
  const isWhole = Object.values(others).every((one) => one === undefined);
  const limit = isWhole ? undefined : MATCHES_COUNTED_MAX;
  const cells = await keep(`market-cells:${JSON.stringify(others)}`, KEPT_MARKET, () => listCells(ctx, others, limit));
  const chosen = { categoryIds, kind, city };
  const isCut = countCells(cells) === limit;
  return {
    facets: facetsOf(cells, categories, chosen),
    total: isCut ? await countMatches(ctx, filters) : countChosen(cells, chosen),
  };
}
