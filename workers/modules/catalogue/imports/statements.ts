import { getTableColumns, sql } from "drizzle-orm";
import { guarded, type Statement } from "../../../db/commit.ts";
import { insertRow } from "../../../db/insert-row.ts";
import type { Context } from "../../../platform/context.ts";
import { type ImportRow, type ProductRow, productImports, products } from "../tables.ts";

const COLUMNS = Object.entries(getTableColumns(products));
const FIXED = new Set(["id", "merchant_id", "created_at", "version", "currency"]);
const CHANGED = COLUMNS.flatMap(([, { name }], index) => (FIXED.has(name) ? [] : [{ name, index }]));
const [ID_AT, VERSION_AT] = ["id", "version"].map((name) => COLUMNS.findIndex(([, column]) => column.name === name));

/** The new products as one statement; one more than the plan allows aborts the commit (Conflict `product.quota_reached`). */
export function insertProducts(rows: readonly ProductRow[]): Statement[] {
  if (rows.length === 0) return [];
  const names = sql.raw(COLUMNS.map(([, { name }]) => name).join(", "));
  const values = sql.raw(COLUMNS.map((_, index) => `value ->> ${index}`).join(", "));
  return [sql`INSERT INTO products (${names}) SELECT ${values} FROM json_each(${valuesOf(rows)})`];
}

/** The changed products as one statement, only if nobody changed any of them since they were read. */
export function changeProducts(rows: readonly ProductRow[]): Statement[] {
  if (rows.length === 0) return [];
  const changes = sql.raw(CHANGED.map(({ name, index }) => `${name} = line.value ->> ${index}`).join(", "));
  return guarded(
    sql`UPDATE products SET ${changes}, version = version + 1 FROM json_each(${valuesOf(rows)}) AS line
      WHERE products.id = line.value ->> ${sql.raw(String(ID_AT))} AND products.version = line.value ->> ${sql.raw(String(VERSION_AT))}`,
    rows.length,
  );
}

function valuesOf(rows: readonly ProductRow[]): string {
  const valueOfColumn = (row: ProductRow) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return COLUMNS.map(([key, column]) => {
      const value = values.get(key) ?? null;
      return value === null ? null : column.mapToDriverValue(value);
    });
  };
  return JSON.stringify(rows.map(valueOfColumn));
}

/** The import begins, some lines done already. */
export function openImport(row: ImportRow): Statement {
  return insertRow(productImports, row);
}

/** The import has come further, unless another request is at the same file. */
export function advanceImport(ctx: Context, { id, linesDone, linesTotal }: ImportRow, linesNow: number): Statement[] {
  const now = ctx.now();
  return guarded(
    sql`UPDATE product_imports SET lines_done = ${linesNow}, updated_at = ${now},
      finished_at = ${linesNow === linesTotal ? now : null}
      WHERE id = ${id} AND lines_done = ${linesDone} AND finished_at IS NULL`,
  );
}
