import { parseAccept } from "hono/utils/accept";
import { LOCALES, type Locale } from "../../schemas/users.ts";

/** The language of ours the caller likes best; French when none is named (product.md). */
export function localeOf(acceptLanguage: string | undefined): Locale {
  if (!acceptLanguage) return "fr";
  const wanted = parseAccept(acceptLanguage)
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { type } of wanted) {
    const known = LOCALES.find((locale) => type.toLowerCase().split("-")[0] === locale);
    if (known) return known;
  }
  return "fr";
}
