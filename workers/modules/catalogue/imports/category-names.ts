import type { Locale } from "../../../../schemas/locales.ts";
import { foldWord } from "../../../core/fold-word.ts";
import type { categories } from "../tables.ts";

export type CategoryRow = typeof categories.$inferSelect;

/** How files name categories: by id or key always, by a name where only one category has it. */
export interface CategoryNames {
  has(categoryId: string): boolean;
  idOf(cell: string): string | undefined;
  nameOf(categoryId: string, locale: Locale): string;
}

export function categoryNames(rows: readonly CategoryRow[]): CategoryNames {
  const named = new Map<string, string | null>();
  for (const row of rows) {
    for (const name of new Set([row.nameFr, row.nameEn, row.nameAr].map(foldWord)))
      named.set(name, named.has(name) ? null : row.id);
  }
  for (const { id, key } of rows) {
    named.set(foldWord(id), id);
    if (key) named.set(foldWord(key), id);
  }
  const idOf = (cell: string) => named.get(foldWord(cell)) ?? undefined;
  const ids = new Set(rows.map(({ id }) => id));
  return {
    has: (categoryId) => ids.has(categoryId),
    idOf,
    nameOf: (categoryId, locale) => {
      const row = rows.find(({ id }) => id === categoryId);
      const name = row && { fr: row.nameFr, en: row.nameEn, ar: row.nameAr }[locale];
      return name !== undefined && idOf(name) === categoryId ? name : (row?.key ?? categoryId);
    },
  };
}
