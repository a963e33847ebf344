import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type ClaimTexts = { readonly [Page in keyof French]: { readonly [Key in keyof French[Page]]: string } };
const TEXTS: Readonly<Record<Locale, ClaimTexts>> = { fr, en, ar };

/** The words of claims: lists, making, answering and deciding them; in the language of the page. */
export const claimTexts = (): ClaimTexts => TEXTS[locale()];
