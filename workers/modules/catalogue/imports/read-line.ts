import { keyOfWord } from "../../../core/fold-word.ts";
import type { ProductRow } from "../tables.ts";
import type { CategoryNames } from "./category-names.ts";
import { amountOf, commissionOf, KIND_WORDS, partsOf, STATE_WORDS, wholeOf, yesNoOf } from "./cell-values.ts";
import { COLUMN_KEYS, type ColumnKey } from "./columns.ts";
import type { SheetLine } from "./csv-file.ts";

/**
 * What a line says of a product, for the schema of products to judge: what the file has no column for stays as it is, or takes
 * the schema's own default. An empty cell empties what may be empty and is missing where something must be.
 */
export function draftOfLine(
  { cells }: SheetLine,
  before: ProductRow | undefined,
  categories: CategoryNames,
): Readonly<Record<string, unknown>> {
  const draft = before ? draftOfRow(before) : { title: {}, description: { fr: "" } };
  const written = new Map<string, unknown>(
    COLUMN_KEYS.flatMap((key) => {
      const cell = cells[key];
      return cell === undefined || isKept(key, cell, before) ? [] : [[key, givenValue(key, cell, categories)] as const];
    }),
  );
  const plain = (key: ColumnKey, name: string = key) => (written.has(key) ? { [name]: written.get(key) } : {});
  return {
    ...draft,
    title: { ...draft.title, ...plain("titleFr", "fr"), ...plain("titleEn", "en"), ...plain("titleAr", "ar") },
    description: {
      ...draft.description,
      ...plain("descriptionFr", "fr"),
      ...plain("descriptionEn", "en"),
      ...plain("descriptionAr", "ar"),
    },
    ...plain("price", "priceMinor"),
    ...plain("category", "categoryId"),
    ...plain("reference"),
    ...plain("kind"),
    ...plain("commission"),
    ...plain("cities"),
    ...plain("landingUrl"),
    ...plain("inStock"),
    ...plain("holdDays"),
    ...plain("attributionDays"),
    ...plain("state"),
  };
}

function draftOfRow(row: ProductRow) {
  const { commissionType: type, commissionRateBps: rateBps, commissionAmountMinor: amountMinor } = row;
  return {
    kind: row.kind,
    title: { fr: row.titleFr, en: row.titleEn, ar: row.titleAr },
    description: { fr: row.descriptionFr, en: row.descriptionEn, ar: row.descriptionAr },
    priceMinor: row.priceMinor,
    commission: { type, rateBps, amountMinor },
    categoryId: row.categoryId,
    cities: row.cities,
    landingUrl: row.landingUrl,
    reference: row.reference,
    inStock: row.inStock,
    holdDays: row.holdDays,
    attributionDays: row.attributionDays,
    state: row.state,
  };
}

// A product without a reference is named by its id, which is no reference of its own.
function isKept(key: ColumnKey, cell: string, before: ProductRow | undefined): boolean {
  if (key === "reference") return before?.reference === null && cell === before.id;
  return cell === "" && (key === "kind" || key === "inStock" || key === "attributionDays" || key === "state");
}

function givenValue(key: ColumnKey, cell: string, categories: CategoryNames): unknown {
  switch (key) {
    case "descriptionFr":
      return cell;
    case "titleEn":
    case "titleAr":
    case "descriptionEn":
    case "descriptionAr":
      return cell || null;
    case "cities":
      return partsOf(cell);
    case "holdDays":
      return cell === "" ? null : wholeOf(cell);
    default:
      return cell === "" ? undefined : neededValue(key, cell, categories);
  }
}

function neededValue(key: ColumnKey, cell: string, categories: CategoryNames): unknown {
  switch (key) {
    case "kind":
      return keyOfWord(KIND_WORDS, cell);
    case "price":
      return amountOf(cell);
    case "commission":
      return commissionOf(cell);
    case "category":
      return categories.idOf(cell) ?? cell.slice(0, 64);
    case "inStock":
      return yesNoOf(cell);
    case "attributionDays":
      return wholeOf(cell);
    case "state":
      return keyOfWord(STATE_WORDS, cell);
    default:
      return cell;
  }
}
