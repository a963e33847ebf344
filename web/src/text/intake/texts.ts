import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type IntakeTexts = { readonly [Part in keyof French]: { readonly [Key in keyof French[Part]]: string } };
const TEXTS: Readonly<Record<Locale, IntakeTexts>> = { fr, en, ar };

/** The words of the pages that orders come in by: files and the shop's snippet. */
export const intakeTexts = (): IntakeTexts => TEXTS[locale()];
