import type { Locale } from "../../../../schemas/users.ts";
import type { MailTemplate, MailValues } from "../mail-values.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

/** One mail in one language. Plain text throughout: the renderer escapes it. */
export interface MailText<V> {
  readonly subject: string;
  /** What a mailbox shows beside the subject. */
  readonly preheader: string;
  readonly lines: (values: V) => readonly string[];
  /** The button to `values.url`, when there is one. */
  readonly action?: string;
  /** Said below the button: what to do when it was not them. */
  readonly notes: readonly string[];
}

export interface MailTexts {
  readonly mails: { readonly [T in MailTemplate]: MailText<MailValues[T]> };
  readonly greeting: (name: string) => string;
  /** Above the address in full, for who cannot press the button. */
  readonly linkInFull: string;
  /** Why this person gets this mail. */
  readonly reason: string;
  readonly support: (address: string) => string;
}

export const mailTexts: Readonly<Record<Locale, MailTexts>> = { fr, en, ar };
