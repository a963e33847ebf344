import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export type PublicTexts = { readonly [Key in keyof typeof fr]: string };
const TEXTS: Readonly<Record<Locale, PublicTexts>> = { fr, en, ar };

/** The public pages, in the language of the page. */
export const publicTexts = (): PublicTexts => TEXTS[locale()];
