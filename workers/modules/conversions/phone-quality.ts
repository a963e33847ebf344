import { moroccanPhone, plainDigits } from "../../../schemas/text.ts";
import type { PhoneQuality } from "./tables.ts";

// Eight digits after the 6 or 7 and its network are chosen by nobody: six alike in a row, or a walk along the keys.
const ALIKE = /(\d)\1{5}/;
const WALKS = ["0123456789012345", "9876543210987654"];
const WALK_LENGTH = 7;

/**
 * What a customer's number tells of itself: a Moroccan mobile, a number that reaches somebody else (a landline, abroad), or
 * one that was made up (`0600000000`, `0612345678`, a few digits). Only this is kept; the number itself is not.
 */
export function phoneQualityOf(text: string): PhoneQuality {
  const digits = plainDigits(text).replace(/\D/g, "");
  if (isInvented(digits)) return "invented";
  return moroccanPhone(text) === undefined ? "other" : "mobile";
}

function isInvented(digits: string): boolean {
  if (digits.length < 8 || digits.length > 15 || ALIKE.test(digits)) return true;
  return windowsOf(digits).some((part) => WALKS.some((walk) => walk.includes(part)));
}

function windowsOf(digits: string): string[] {
  const count = digits.length - WALK_LENGTH + 1;
  return Array.from({ length: Math.max(0, count) }, (_, start) => digits.slice(start, start + WALK_LENGTH));
}
