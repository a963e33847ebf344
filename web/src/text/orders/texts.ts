import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type OrderTexts = { readonly [Page in keyof French]: { readonly [Key in keyof French[Page]]: string } };
const TEXTS: Readonly<Record<Locale, OrderTexts>> = { fr, en, ar };

/** The words of orders: the desk, one order, its timeline and its money; in the language of the page. */
export const orderTexts = (): OrderTexts => TEXTS[locale()];

/** In another language than the page's: what a customer is sent. */
export const orderTextsIn = (language: Locale): OrderTexts => TEXTS[language];
