import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export const LOCALES = ["fr", "en", "ar"] as const;
export type Locale = (typeof LOCALES)[number];
export type Texts = { readonly [Key in keyof typeof fr]: string };

export const TEXTS: Readonly<Record<Locale, Texts>> = { fr, en, ar };
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { fr: "Français", en: "English", ar: "العربية" };

/** The language the address asks for; French when it asks for none that we speak. */
export function localeOf(search: string): Locale {
  const asked = new URLSearchParams(search).get("lang");
  return LOCALES.find((locale) => locale === asked) ?? "fr";
}
