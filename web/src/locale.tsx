import { createEffect, createSignal } from "solid-js";
import { LOCALES, type Locale } from "../../schemas/locales.ts";
import { readChoice, writeChoice } from "./stored-choice.ts";

export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { fr: "Français", en: "English", ar: "العربية" };

const [current, setCurrent] = createSignal<Locale>(firstLocale());

/** The language of the page: what `?lang=` asks, else what was chosen here before, else what it came in. */
export const locale = current;

/** Changes the language of the page and remembers it on this device. */
export function chooseLocale(next: Locale): void {
  writeChoice("locale", next);
  setCurrent(next);
}

/** Takes the account's language, unless this address or this device has chosen another. */
export function adoptLocale(next: Locale): void {
  if (askedLocale() === undefined && knownLocale(readChoice("locale")) === undefined) setCurrent(next);
}

/** Keeps the document's language and direction those of the page. */
export function keepDocumentLanguage(): void {
  createEffect(() => {
    document.documentElement.lang = current();
    document.documentElement.dir = current() === "ar" ? "rtl" : "ltr";
  });
}

function firstLocale(): Locale {
  return askedLocale() ?? knownLocale(readChoice("locale")) ?? knownLocale(document.documentElement.lang) ?? "fr";
}

function askedLocale(): Locale | undefined {
  return knownLocale(new URLSearchParams(location.search).get("lang"));
}

function knownLocale(text: string | null): Locale | undefined {
  return LOCALES.find((known) => known === text);
}
