import { sql } from "drizzle-orm";
import { foldSearchText } from "../../core/fold-search-text.ts";
import type { Statement } from "../../db/commit.ts";
import type { ProductRow } from "./tables.ts";

/** What a product is also found by: the merchant's name, its category's and the parent's in all languages. */
export type SearchNames = readonly string[];

type Worded = Pick<
  ProductRow,
  | "id"
  | "titleFr"
  | "titleEn"
  | "titleAr"
  | "descriptionFr"
  | "descriptionEn"
  | "descriptionAr"
  | "categoryId"
  | "version"
>;

/** A product's folded words as the index takes them. */
export interface ProductWords {
  readonly productId: string;
  readonly version: number;
  readonly title: string;
  readonly names: string;
  readonly description: string;
}

export function wordsOf(row: Worded, names: SearchNames): ProductWords {
  return {
    productId: row.id,
    version: row.version,
    title: folded([row.titleFr, row.titleEn, row.titleAr]),
    names: folded(names),
    description: folded([row.descriptionFr, row.descriptionEn, row.descriptionAr]),
  };
}

/** Puts the product's words into the index; belongs behind the insert or update of the same row in the commit. */
export const indexProduct = (row: Worded, names: SearchNames, nowMs: number): Statement[] =>
  indexWords([wordsOf(row, names)], nowMs);

/** The same for many at once. A product changed meanwhile keeps its place among those whose words are due. */
export function indexWords(words: readonly ProductWords[], nowMs: number): Statement[] {
  const given = JSON.stringify(words);
  return [
    sql`INSERT OR REPLACE INTO product_search (rowid, title, names, description)
      SELECT l.number, w.value ->> 'title', w.value ->> 'names', w.value ->> 'description'
      FROM json_each(${given}) w JOIN products p ON p.id = w.value ->> 'productId' AND p.version = w.value ->> 'version'
      JOIN product_listings l ON l.product_id = p.id`,
    sql`UPDATE product_listings SET indexed_at = ${nowMs} FROM json_each(${given}) w, products p
      WHERE product_listings.product_id = p.id AND p.id = w.value ->> 'productId' AND p.version = w.value ->> 'version'`,
  ];
}

const folded = (texts: readonly (string | null)[]) =>
  foldSearchText(texts.filter((text) => text !== null && text !== "").join(" "));
