import { and, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../../platform/context.ts";
import { type ProductRow, productListings, products } from "../tables.ts";
import { type Cell, type Cursor, type Kind, MATCHES_COUNTED_MAX, type Sort } from "./rules.ts";

/** Which products are meant; `match` is FTS5's, "" finds none. */
export interface Filters {
  readonly match?: string | undefined;
  readonly categoryIds?: readonly string[] | undefined;
  readonly kind?: Kind | undefined;
  readonly minRateBps?: number | undefined;
  readonly maxPriceMinor?: number | undefined;
  readonly merchantId?: string | undefined;
  readonly city?: string | undefined;
}

/** A product's place in an order. */
export type Place = Cursor;

const TITLE_NAMES_DESCRIPTION = sql.raw("10.0, 4.0, 1.0");
const ORDERS: Readonly<Record<Exclude<Sort, "relevance">, readonly [column: string, direction: "ASC" | "DESC"]>> = {
  newest: ["number", "DESC"],
  rate: ["rate_bps", "DESC"],
  price: ["price_minor", "ASC"],
  epc: ["epc_minor", "DESC"],
};

/**
 * The next products in the order: those behind the cursor, so that none is skipped or comes twice. Few matches of words are
 * sorted; many are met on the way through the order's index.
 */
export async function listPlaces(
  ctx: Context,
  filters: Filters,
  { sort, after, limit }: { sort: Exclude<Sort, "relevance">; after: Cursor | undefined; limit: number },
): Promise<Place[]> {
  const [name, direction] = ORDERS[sort];
  const column = sql.raw(`l.${name}`);
  const sign = sql.raw(direction === "ASC" ? ">" : "<");
  const order = sql.raw(direction);
  const behind = after && sql`AND (${column}, l.number) ${sign} (${after.value}, ${after.number})`;
  const from = (await hasManyMatches(ctx, filters)) ? listingsFrom(filters, `by_${sort}`) : matchesFrom(filters);
  return ctx.db.orm.all<Place>(
    sql`SELECT ${column} AS value, l.number ${from} ${behind}
      ORDER BY ${column} ${order}, l.number ${order} LIMIT ${limit}`,
  );
}

async function hasManyMatches(ctx: Context, { match }: Filters): Promise<boolean> {
  if (!match) return true;
  const row = await ctx.db.orm.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM (
      SELECT 1 FROM product_search WHERE product_search MATCH ${match} LIMIT ${MATCHES_COUNTED_MAX})`,
  );
  return row?.count === MATCHES_COUNTED_MAX;
}

/** The numbers of the newest thousand products with the words, the best first (bm25; a word of the title weighs most). */
export async function rankMatches(ctx: Context, filters: Filters): Promise<number[]> {
  if (!filters.match) return [];
  const rows = await ctx.db.orm.all<{ number: number }>(
    sql`SELECT number FROM (
        SELECT l.number, bm25(product_search, ${TITLE_NAMES_DESCRIPTION}) AS score
        ${matchesFrom(filters)} ORDER BY f.rowid DESC LIMIT ${MATCHES_COUNTED_MAX})
      ORDER BY score, number DESC`,
  );
  return rows.map(({ number }) => number);
}

/** How many products there are, up to the most that are counted. */
export async function countMatches(ctx: Context, filters: Filters): Promise<number> {
  const row = await ctx.db.orm.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM (SELECT 1 ${matchesFrom(filters)} LIMIT ${MATCHES_COUNTED_MAX})`,
  );
  return row?.count ?? 0;
}

/** What the facets count: the newest matches up to the most that are counted, or without a limit all. */
export function listCells(ctx: Context, filters: Filters, limit: number | undefined): Promise<Cell[]> {
  const newest = limit === undefined ? sql`` : sql`ORDER BY l.number DESC LIMIT ${limit}`;
  return ctx.db.orm.all<Cell>(
    sql`WITH m AS MATERIALIZED (SELECT l.category_id, l.kind, l.cities ${matchesFrom(filters)} ${newest})
      SELECT category_id AS categoryId, kind, NULL AS city, count(*) AS count FROM m GROUP BY category_id, kind
      UNION ALL
      SELECT category_id, kind, '', count(*) FROM m WHERE cities = '[]' GROUP BY category_id, kind
      UNION ALL
      SELECT category_id, kind, c.value, count(*) FROM m JOIN json_each(m.cities) c GROUP BY category_id, kind, c.value`,
  );
}

/** The products that are still listed, in the order of the numbers. */
export async function listByNumber(ctx: Context, numbers: readonly number[]): Promise<ProductRow[]> {
  if (numbers.length === 0) return [];
  const rows = await ctx.db.orm
    .select({ number: productListings.number, row: getTableColumns(products) })
    .from(productListings)
    .innerJoin(products, eq(products.id, productListings.productId))
    .where(and(inArray(productListings.number, valuesOf(numbers)), eq(productListings.listed, 1)));
  const byNumber = new Map(rows.map(({ number, row }) => [number, row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

/** The newest other products of the product's category. */
export async function listSimilarNumbers(
  ctx: Context,
  { id, categoryId }: Pick<ProductRow, "id" | "categoryId">,
  limit: number,
): Promise<number[]> {
  const rows = await ctx.db.orm.all<{ number: number }>(
    sql`SELECT l.number FROM product_listings l INDEXED BY product_listings_by_category
      WHERE l.category_id = ${categoryId} AND l.listed = 1 AND l.product_id <> ${id} ORDER BY l.number DESC LIMIT ${limit}`,
  );
  return rows.map(({ number }) => number);
}

const valuesOf = (values: readonly (number | string)[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

// The words lead where there are any: the index of a word is short, and each match is one row away.
function matchesFrom(filters: Filters): SQL {
  if (!filters.match) return listingsFrom(filters, "by_newest");
  return sql`FROM product_search f CROSS JOIN product_listings l ON l.number = f.rowid
    WHERE f.product_search MATCH ${filters.match} AND l.listed = 1 ${conditionsOf(filters)}`;
}

// Named, or a filter on the price would take its index and sort half of the market. A merchant's products are few.
function listingsFrom(filters: Filters, index: string): SQL {
  const name = sql.raw(`product_listings_${filters.merchantId === undefined ? index : "by_merchant"}`);
  return sql`FROM product_listings l INDEXED BY ${name}
    WHERE l.listed = 1 ${conditionsOf(filters)} ${wordsOf(filters)}`;
}

function conditionsOf({ categoryIds, kind, minRateBps, maxPriceMinor, merchantId, city }: Filters): SQL {
  return sql.join(
    [
      categoryIds && sql`AND l.category_id IN ${valuesOf(categoryIds)}`,
      kind && sql`AND l.kind = ${kind}`,
      minRateBps !== undefined && sql`AND l.rate_bps >= ${minRateBps}`,
      maxPriceMinor !== undefined && sql`AND l.price_minor <= ${maxPriceMinor}`,
      merchantId !== undefined && sql`AND l.merchant_id = ${merchantId}`,
      city !== undefined &&
        sql`AND (l.cities = '[]' OR EXISTS (SELECT 1 FROM json_each(l.cities) c WHERE c.value = ${city}))`,
    ].filter((condition) => condition instanceof Object),
    sql` `,
  );
}

function wordsOf({ match }: Filters): SQL {
  if (match === undefined) return sql``;
  if (match === "") return sql`AND 0`;
  return sql`AND l.number IN (SELECT rowid FROM product_search WHERE product_search MATCH ${match})`;
}
