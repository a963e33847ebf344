import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type ProductFormTexts = { readonly [Page in keyof French]: { readonly [Key in keyof French[Page]]: string } };
const TEXTS: Readonly<Record<Locale, ProductFormTexts>> = { fr, en, ar };

/** The words of the page of one product, in the language of the page. */
export const productFormTexts = (): ProductFormTexts => TEXTS[locale()];
