import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export type UiTexts = { readonly [Key in keyof typeof fr]: string };
const TEXTS: Readonly<Record<Locale, UiTexts>> = { fr, en, ar };

/** The words inside the pieces of `ui/`, in the language of the page. */
export const uiTexts = (): UiTexts => TEXTS[locale()];
