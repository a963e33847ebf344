import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import type { ProseSection } from "../../ui/prose.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export interface LegalTexts {
  readonly termsTitle: string;
  readonly termsLead: string;
  readonly terms: readonly ProseSection[];
  readonly privacyTitle: string;
  readonly privacyLead: string;
  readonly privacy: readonly ProseSection[];
}
const TEXTS: Readonly<Record<Locale, LegalTexts>> = { fr, en, ar };

/** The terms and the privacy notice, in the language of the page. */
export const legalTexts = (): LegalTexts => TEXTS[locale()];
