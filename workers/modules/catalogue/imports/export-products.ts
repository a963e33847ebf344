import { actingAs } from "../../../core/actor.ts";
import { csvLine } from "../../../core/csv-line.ts";
import { BYTE_ORDER_MARK } from "../../../core/csv-stream.ts";
import type { Context } from "../../../platform/context.ts";
import { COLUMN_KEYS, COLUMN_NAMES } from "./columns.ts";
import { getCategoryNames, listProductsToExport } from "./queries.ts";
import { cellOf } from "./write-line.ts";

/**
 * The merchant's products that are not archived as a CSV in the caller's language, with the columns that an import reads:
 * imported again it changes nothing. A product without a reference is named by its id.
 */
export async function exportProducts(ctx: Context): Promise<string> {
  const merchant = actingAs(ctx, "merchant");
  const { locale } = ctx;
  const categories = await getCategoryNames(ctx);
  const lines = [
    csvLine(
      COLUMN_KEYS.map((key) => COLUMN_NAMES[key][locale]),
      locale,
    ),
  ];
  for (let after: string | undefined = ""; after !== undefined; ) {
    const rows = await listProductsToExport(ctx, merchant.id, after);
    for (const row of rows)
      lines.push(
        csvLine(
          COLUMN_KEYS.map((key) => cellOf(key, row, categories, locale)),
          locale,
        ),
      );
    after = rows.at(-1)?.id;
  }
  return `${BYTE_ORDER_MARK}${lines.join("")}`;
}
