import * as z from "zod";
import { CURRENCY_EXPONENTS } from "./currencies.ts";

export const AMOUNT_MAX_MINOR = 1_000_000_000_000;
export const RATE_MAX_BPS = 5000;

/** Integer centimes, 1 to 10^12. */
export const amountMinor = z.int().min(1).max(AMOUNT_MAX_MINOR);
/** Basis points, 0 to 5000 (money.md). */
export const rateBps = z.int().min(0).max(RATE_MAX_BPS);
/** An ISO 4217 code of List One, upper case. */
export const currency = z
  .string()
  .refine((code) => Object.hasOwn(CURRENCY_EXPONENTS, code), {
    params: { code: "currency.unknown" },
  })
  .describe("An ISO 4217 code, upper case");
