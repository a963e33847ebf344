import type { Locale } from "../../../../schemas/locales.ts";
import { decimalText } from "../../../core/decimal-text.ts";
import type { ProductRow } from "../tables.ts";
import type { CategoryNames } from "./category-names.ts";
import { KIND_WORDS, NO_WORDS, STATE_WORDS, YES_WORDS } from "./cell-values.ts";
import type { ColumnKey } from "./columns.ts";

/** A product's value in a column, as people of the language write it; what is read back is the same value. */
export function cellOf(key: ColumnKey, row: ProductRow, categories: CategoryNames, locale: Locale): string {
  switch (key) {
    case "reference":
      return row.reference ?? row.id;
    case "kind":
      return KIND_WORDS[row.kind][locale];
    case "price":
      return decimalText(row.priceMinor, locale);
    case "commission":
      return commissionText(row, locale);
    case "category":
      return categories.nameOf(row.categoryId, locale);
    case "cities":
      return row.cities.join(" | ");
    case "inStock":
      return (row.inStock ? YES_WORDS : NO_WORDS)[locale];
    case "holdDays":
    case "attributionDays":
      return row[key]?.toString() ?? "";
    case "state":
      return STATE_WORDS[row.state][locale];
    default:
      return row[key] ?? "";
  }
}

function commissionText(row: ProductRow, locale: Locale): string {
  if (row.commissionType === "flat") return decimalText(row.commissionAmountMinor ?? 0, locale);
  return `${decimalText(row.commissionRateBps ?? 0, locale)} %`;
}
