import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type MerchantTexts = { readonly [Page in keyof French]: { readonly [Key in keyof French[Page]]: string } };
const TEXTS: Readonly<Record<Locale, MerchantTexts>> = { fr, en, ar };

/** The words of the merchant's pages, in the language of the page. */
export const merchantTexts = (): MerchantTexts => TEXTS[locale()];
