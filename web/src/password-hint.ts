import { fill } from "./text/fill.ts";
import { formTexts } from "./text/forms/texts.ts";

const ENOUGH = 10;
const LONG = 16;

/** What the length of a new password is worth: nothing else is known before the server compares it with the common ones. */
export function passwordHint(password: string): string {
  const length = [...password].length;
  if (length === 0) return formTexts().passwordRule;
  if (length < ENOUGH) return fill(formTexts().passwordTooShort, { missing: ENOUGH - length });
  return length < LONG ? formTexts().passwordLongEnough : formTexts().passwordLong;
}
