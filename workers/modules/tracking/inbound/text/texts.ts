import type { Locale } from "../../../../../schemas/users.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr, type InboundTexts } from "./fr.ts";

/** What the log of connectors says to a merchant. */
export const inboundTexts: Readonly<Record<Locale, InboundTexts>> = { fr, en, ar };

/** The text of the key, when there is one. */
export function textOf(texts: Readonly<Record<string, string>>, key: string | null): string | undefined {
  return key !== null && Object.hasOwn(texts, key) ? texts[key] : undefined;
}
