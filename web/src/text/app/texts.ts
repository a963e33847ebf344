import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export type AppTexts = { readonly [Key in keyof typeof fr]: string };
const TEXTS: Readonly<Record<Locale, AppTexts>> = { fr, en, ar };

/** The pages of people signed in, in the language of the page. */
export const appTexts = (): AppTexts => TEXTS[locale()];
