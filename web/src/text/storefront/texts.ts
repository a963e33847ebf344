import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type StorefrontTexts = { readonly [Page in keyof French]: { readonly [Key in keyof French[Page]]: string } };
const TEXTS: Readonly<Record<Locale, StorefrontTexts>> = { fr, en, ar };

/** The words of storefronts: the public page and its editor, in the language of the page. */
export const storefrontTexts = (): StorefrontTexts => TEXTS[locale()];
