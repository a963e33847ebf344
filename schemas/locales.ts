/** The languages we speak. Without zod, so that the first page stays light. */
export const LOCALES = ["fr", "en", "ar"] as const;
export type Locale = (typeof LOCALES)[number];
