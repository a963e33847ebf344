import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export type FormTexts = { readonly [Key in keyof typeof fr]: string };
const TEXTS: Readonly<Record<Locale, FormTexts>> = { fr, en, ar };

/** The words that every form shares, in the language of the page. */
export const formTexts = (): FormTexts => TEXTS[locale()];
