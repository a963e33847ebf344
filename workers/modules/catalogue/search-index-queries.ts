import { sql } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";
import { type ProductWords, type SearchNames, wordsOf } from "./search-index.ts";
import type { ProductRow } from "./tables.ts";

const NAMES = `concat_ws(' ', m.display_name, c.name_fr, c.name_en, c.name_ar,
  parent.name_fr, parent.name_en, parent.name_ar)`;

type Worded = Parameters<typeof wordsOf>[0];

interface DueRow extends Worded {
  readonly names: string;
}

/** What products of the merchant and the category are also found by. */
export async function getSearchNames(
  ctx: Context,
  { merchantId, categoryId }: Pick<ProductRow, "merchantId" | "categoryId">,
): Promise<SearchNames> {
  const row = await ctx.db.orm.get<{ names: string }>(
    sql`SELECT ${sql.raw(NAMES)} AS names FROM users m JOIN categories c ON c.id = ${categoryId}
      LEFT JOIN categories parent ON parent.id = c.parent_id WHERE m.id = ${merchantId}`,
  );
  return row ? [row.names] : [];
}

/** The words of the next products that the index does not have as they are now. */
export async function listDueWords(ctx: Context, limit: number): Promise<ProductWords[]> {
  const rows = await ctx.db.orm.all<DueRow>(
    sql`SELECT p.id, p.title_fr AS titleFr, p.title_en AS titleEn, p.title_ar AS titleAr,
        p.description_fr AS descriptionFr, p.description_en AS descriptionEn, p.description_ar AS descriptionAr,
        p.category_id AS categoryId, p.version, ${sql.raw(NAMES)} AS names
      FROM product_listings l INDEXED BY product_listings_without_words
      JOIN products p ON p.id = l.product_id JOIN users m ON m.id = p.merchant_id
      JOIN categories c ON c.id = p.category_id LEFT JOIN categories parent ON parent.id = c.parent_id
      WHERE l.indexed_at IS NULL ORDER BY l.number LIMIT ${limit}`,
  );
  return rows.map((row) => wordsOf(row, [row.names]));
}
