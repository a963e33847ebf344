import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export type StorefrontEditTexts = { readonly [Key in keyof typeof fr]: string };
const TEXTS: Readonly<Record<Locale, StorefrontEditTexts>> = { fr, en, ar };

/** The words of the storefront’s editor, in the language of the page. */
export const storefrontEditTexts = (): StorefrontEditTexts => TEXTS[locale()];
