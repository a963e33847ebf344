import type { Locale } from "../../../../../schemas/users.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr, type StorefrontHeadTexts } from "./fr.ts";

const TEXTS: Readonly<Record<Locale, StorefrontHeadTexts>> = { fr, en, ar };

/** A text of a storefront's head with its values. A value that looks like a place of one stays as it is. */
export function storefrontText(
  locale: Locale,
  key: keyof StorefrontHeadTexts,
  values: Readonly<Record<string, string>> = {},
): string {
  return TEXTS[locale][key].replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}
