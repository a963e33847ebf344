import type { Locale } from "../../../../../schemas/locales.ts";
import { locale } from "../../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type GuideTexts = { readonly [Platform in keyof French]: { readonly [Key in keyof French[Platform]]: string } };
const TEXTS: Readonly<Record<Locale, GuideTexts>> = { fr, en, ar };

/** How the other side of a connector is set up, in the language of the page. */
export const guideTexts = (): GuideTexts => TEXTS[locale()];
