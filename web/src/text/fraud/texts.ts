import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type FraudTexts = { readonly [Page in keyof French]: { readonly [Key in keyof French[Page]]: string } };
const TEXTS: Readonly<Record<Locale, FraudTexts>> = { fr, en, ar };

/** The words of fraud cases: rules, the queue of staff, decisions, and an influencer's own; in the language of the page. */
export const fraudTexts = (): FraudTexts => TEXTS[locale()];
