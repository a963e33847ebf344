import type { Category } from "../../../../schemas/catalogue.ts";
import {
  PRODUCT_KINDS,
  type PRODUCT_SORTS,
  type ProductPage,
  type ProductQuery,
} from "../../../../schemas/products.ts";
import { Invalid } from "../../../core/errors.ts";
import { foldSearchText } from "../../../core/fold-search-text.ts";

/** Matches beyond these are not counted, and not ranked by relevance. */
export const MATCHES_COUNTED_MAX = 1_000;

export type Sort = (typeof PRODUCT_SORTS)[number];
export type Kind = (typeof PRODUCT_KINDS)[number];

/** Where the next page begins: behind a row (`value`, `number`), or at a place in the order that was made at `value`. */
export interface Cursor {
  readonly value: number;
  readonly number: number;
}

/** Products alike in all that facets count; without a city the products themselves, with "" those delivered everywhere. */
export interface Cell {
  readonly categoryId: string;
  readonly kind: Kind;
  readonly city: string | null;
  readonly count: number;
}

/** The order of a page: relevance only where there are words. */
export function sortOf({ q, sort }: Pick<ProductQuery, "q" | "sort">): Sort {
  if (sort === undefined) return q ? "relevance" : "newest";
  return sort === "relevance" && !q ? "newest" : sort;
}

/** What FTS5 is asked: products with all the words, the beginning of each being enough. Empty when the text has no words. */
export function matchOf(q: string): string {
  const words = foldSearchText(q).split(" ");
  return words[0] === "" ? "" : words.map((word) => `"${word}"*`).join(" ");
}

export const writeCursor = (sort: Sort, { value, number }: Cursor) => `${sort}.${value}.${number}`;

/** @throws Invalid `request.invalid` for what is no cursor of this order */
export function readCursor(sort: Sort, text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const [, own, value, number] = /^([a-z]+)\.(-?\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  if (own !== sort) throw new Invalid("request.invalid", [{ path: "cursor", message: "value.wrong_form" }]);
  return { value: Number(value), number: Number(number) };
}

/** The category and those below it. */
export function categoryIdsOf(categories: readonly Category[], categoryId: string): string[] {
  return [categoryId, ...categories.filter(({ parentId }) => parentId === categoryId).map(({ id }) => id)];
}

/** What all cells stand for: how many products. */
export const countCells = (cells: readonly Cell[]) => sumOf(cells.filter(({ city }) => city === null));

interface Chosen {
  readonly categoryIds?: readonly string[] | undefined;
  readonly kind?: Kind | undefined;
  readonly city?: string | undefined;
}

/** How many products of the cells have all that is chosen. */
export function countChosen(cells: readonly Cell[], chosen: Chosen): number {
  return sumOf(cells.filter((cell) => isChosen(cell, chosen)));
}

/** The counts beside each filter, as they would be if that filter alone were taken away. A parent counts its children. */
export function facetsOf(
  cells: readonly Cell[],
  categories: readonly Category[],
  chosen: Chosen,
): ProductPage["facets"] {
  const { categoryIds: _, ...otherThanCategory } = chosen;
  const byCategory = groupOf(cells.filter((cell) => isChosen(cell, otherThanCategory)));
  const counted = categories.map(({ id }) => ({
    id,
    count: categoryIdsOf(categories, id).reduce((sum, one) => sum + (byCategory.get(one) ?? 0), 0),
  }));
  const kinds = PRODUCT_KINDS.map((kind) => ({ kind, count: countChosen(cells, { ...chosen, kind }) }));
  const named = new Set(cells.map(({ city }) => city ?? ""));
  named.delete("");
  const cities = [...named].map((city) => ({ city, count: countChosen(cells, { ...chosen, city }) }));
  return {
    categories: counted.filter(({ count }) => count > 0),
    kinds: kinds.filter(({ count }) => count > 0),
    cities: cities.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || (a.city < b.city ? -1 : 1)),
  };
}

// Without a city each product is counted by its own cell, with one by those of the city and of everywhere.
function isChosen({ categoryId, kind, city }: Cell, chosen: Chosen): boolean {
  if (chosen.categoryIds && !chosen.categoryIds.includes(categoryId)) return false;
  if (chosen.kind && chosen.kind !== kind) return false;
  return chosen.city === undefined ? city === null : city === chosen.city || city === "";
}

const sumOf = (cells: readonly Cell[]) => cells.reduce((sum, { count }) => sum + count, 0);

function groupOf(cells: readonly Cell[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { categoryId, count } of cells) counts.set(categoryId, (counts.get(categoryId) ?? 0) + count);
  return counts;
}
