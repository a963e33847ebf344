import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type IntegrationTexts = { readonly [Part in keyof French]: { readonly [Key in keyof French[Part]]: string } };
const TEXTS: Readonly<Record<Locale, IntegrationTexts>> = { fr, en, ar };

/** The words of the integrations' pages, in the language of the page. */
export const integrationTexts = (): IntegrationTexts => TEXTS[locale()];
