import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type AttributionTexts = { readonly [Page in keyof French]: { readonly [Key in keyof French[Page]]: string } };
const TEXTS: Readonly<Record<Locale, AttributionTexts>> = { fr, en, ar };

/** The words that explain to whom an order was attributed, and why; in the language of the page. */
export const attributionTexts = (): AttributionTexts => TEXTS[locale()];
