import { locale } from "./locale.tsx";

interface Texts {
  readonly fr: string;
  readonly en: string | null;
  readonly ar: string | null;
}

/** A product's text in the language of the page, else in French, which is always there. */
export const textIn = (texts: Texts): string => texts[locale()] || texts.fr;
