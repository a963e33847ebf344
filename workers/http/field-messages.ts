import type * as z from "zod";
import zodAr from "zod/v4/locales/ar.js";
import zodEn from "zod/v4/locales/en.js";
import zodFr from "zod/v4/locales/fr.js";
import type { Locale } from "../../schemas/users.ts";
import { problemTexts } from "./text/texts.ts";

const zodTexts = { fr: zodFr().localeError, en: zodEn().localeError, ar: zodAr().localeError };

/** What is wrong with a field, in the language: for an issue of zod, or for one of our own field codes. */
export function fieldMessage(fault: z.core.$ZodIssue | string, locale: Locale): string {
  const code = typeof fault === "string" ? fault : ownCode(fault);
  const own = code && Object.entries(problemTexts[locale].fields).find(([key]) => key === code)?.[1];
  if (own) return own;
  if (typeof fault === "string") return fault;
  const text = zodTexts[locale](rawIssueOf(fault));
  return (typeof text === "string" ? text : text?.message) ?? fault.message;
}

function ownCode(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== "custom") return undefined;
  const code: unknown = issue.params?.code;
  return typeof code === "string" ? code : undefined;
}

// A finished issue is its raw issue plus a message; zod's types only tell the two apart by an input that may be absent.
function rawIssueOf(issue: z.core.$ZodIssue): z.core.$ZodRawIssue {
  return issue as z.core.$ZodRawIssue;
}
