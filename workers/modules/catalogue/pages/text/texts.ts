import type { Locale } from "../../../../../schemas/users.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr, type PageTexts } from "./fr.ts";

const PAGE_TEXTS: Readonly<Record<Locale, PageTexts>> = { fr, en, ar };

/** A text of the pages' heads with its values. A value that looks like a place of one stays as it is. */
export function pageText(locale: Locale, key: keyof PageTexts, values: Readonly<Record<string, string>> = {}): string {
  return PAGE_TEXTS[locale][key].replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}
