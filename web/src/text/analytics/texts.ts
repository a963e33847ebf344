import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type AnalyticsTexts = { readonly [Part in keyof French]: { readonly [Key in keyof French[Part]]: string } };
const TEXTS: Readonly<Record<Locale, AnalyticsTexts>> = { fr, en, ar };

/** The words of the analytics pages and of what counts up live, in the language of the page. */
export const analyticsTexts = (): AnalyticsTexts => TEXTS[locale()];
