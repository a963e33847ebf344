import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export type StatusTexts = { readonly [Key in keyof typeof fr]: string };
const TEXTS: Readonly<Record<Locale, StatusTexts>> = { fr, en, ar };

/** The one word of each status, in the language of the page. */
export const statusTexts = (): StatusTexts => TEXTS[locale()];
