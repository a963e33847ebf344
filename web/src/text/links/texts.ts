import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type LinkTexts = { readonly [Page in keyof French]: { readonly [Key in keyof French[Page]]: string } };
const TEXTS: Readonly<Record<Locale, LinkTexts>> = { fr, en, ar };

/** The words of an influencer’s links: finding, making, sharing and following them; in the language of the page. */
export const linkTexts = (): LinkTexts => TEXTS[locale()];

/** The same in a given language: what is sent to somebody who reads another one. */
export const linkTextsIn = (language: Locale): LinkTexts => TEXTS[language];
