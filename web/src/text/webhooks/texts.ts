import type { Locale } from "../../../../schemas/locales.ts";
import { locale } from "../../locale.tsx";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

type French = typeof fr;
export type WebhookTexts = { readonly [Part in keyof French]: { readonly [Key in keyof French[Part]]: string } };
const TEXTS: Readonly<Record<Locale, WebhookTexts>> = { fr, en, ar };

/** The words of the pages about webhooks, in the language of the page. */
export const webhookTexts = (): WebhookTexts => TEXTS[locale()];
