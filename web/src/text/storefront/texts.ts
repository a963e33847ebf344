import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export type StorefrontTexts = { readonly [Key in keyof typeof fr]: string };
const TEXTS: Readonly<Record<Locale, StorefrontTexts>> = { fr, en, ar };

/** The words of a storefront as everybody sees it, in the language of the page. */
export const storefrontTexts = (): StorefrontTexts => TEXTS[locale()];
