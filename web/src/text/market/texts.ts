import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type MarketTexts = { readonly [Page in keyof French]: { readonly [Key in keyof French[Page]]: string } };
const TEXTS: Readonly<Record<Locale, MarketTexts>> = { fr, en, ar };

/** The words of the marketplace, of its products and merchants, and of asking for one; in the language of the page. */
export const marketTexts = (): MarketTexts => TEXTS[locale()];
