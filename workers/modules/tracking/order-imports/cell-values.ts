import { casablancaOffsetMs } from "../../../../schemas/calendar.ts";
import { CURRENCY_EXPONENTS } from "../../../../schemas/currencies.ts";
import { plainDigits } from "../../../../schemas/text.ts";
import { DAY_MS } from "../../../core/calendar.ts";
import { hundredthsOf } from "../../../core/decimal-text.ts";
import { foldWord, keyOfWord } from "../../../core/fold-word.ts";
import { minorOf } from "../../../core/minor-units.ts";
import { PAYMENT_WORDS, STATUS_WORDS } from "../desk/csv-words.ts";

const HOUR_MS = 3_600_000;
const OTHER_STATUS_WORDS: Readonly<Record<string, string>> = {
  refunded: "refunded",
  Remboursé: "refunded",
  Remboursée: "refunded",
  مسترجع: "refunded",
  Nouvelle: "placed",
  New: "placed",
  جديد: "placed",
  Confirmé: "confirmed",
  Expédié: "shipped",
  Livré: "delivered",
  Encaissé: "collected",
  Payée: "collected",
  Paid: "collected",
  Annulé: "cancelled",
  Canceled: "cancelled",
  Refusé: "refused",
  Retourné: "returned",
  Perdu: "lost",
};
const STATUSES = new Map(Object.entries(OTHER_STATUS_WORDS).map(([word, status]) => [foldWord(word), status]));
const OTHER_PAYMENT_WORDS: ReadonlyMap<string, string> = new Map(
  [
    ["paiement à la livraison", "cod"],
    ["contre remboursement", "cod"],
    ["livraison", "cod"],
    ["cash", "cod"],
    ["الدفع عند الاستلام", "cod"],
    ["carte", "prepaid"],
    ["cmi", "prepaid"],
    ["card", "prepaid"],
    ["virement", "prepaid"],
    ["prépayé", "prepaid"],
    ["prépayée", "prepaid"],
    ["payé", "prepaid"],
    ["payée", "prepaid"],
    ["en ligne", "prepaid"],
    ["paid", "prepaid"],
    ["online", "prepaid"],
    ["مدفوع", "prepaid"],
    ["مدفوع مسبقا", "prepaid"],
    ["الدفع المسبق", "prepaid"],
    ["بطاقة", "prepaid"],
  ].map(([word = "", payment = ""]) => [foldWord(word), payment]),
);

/** The status of a word in any of the languages; the word itself when it is none. */
export function statusOf(cell: string): string {
  return STATUSES.get(foldWord(cell)) ?? keyOfWord(STATUS_WORDS, cell);
}

/** The payment of a word; the word itself when it is none. */
export function paymentOf(cell: string): string {
  return OTHER_PAYMENT_WORDS.get(foldWord(cell)) ?? keyOfWord(PAYMENT_WORDS, cell);
}

/** An amount in the currency's minor unit, as people write it; undefined when it is none. */
export function minorAmountOf(cell: string, currency: string): number | undefined {
  const exponent = CURRENCY_EXPONENTS[currency] ?? 2;
  if (exponent > 2) return minorOf(plainDigits(cell).replace(",", "."), currency);
  const hundredths = hundredthsOf(cell);
  const minor = hundredths === undefined ? Number.NaN : hundredths / 10 ** (2 - exponent);
  return Number.isSafeInteger(minor) ? minor : undefined;
}

const CLOCK = "(?:[T ]+(\\d{1,2})[:h](\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?";
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${CLOCK}$`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${CLOCK}$`);

/**
 * The instant of a cell in UTC epoch milliseconds: ISO 8601 with its zone, or a day with or without a time on Casablanca's
 * clock, year or day first. A day alone is its end, or now while it lasts: so the click of that day came before the order.
 */
export function instantOfCell(cell: string, nowMs: number): number | undefined {
  const text = plainDigits(cell).trim();
  if (/[zZ]$|[+-]\d{2}:?\d{2}$/.test(text) && /T/.test(text)) {
    const instant = Date.parse(text);
    return Number.isNaN(instant) ? undefined : instant;
  }
  const [, year = "", month = "", day = "", ...clock] = YEAR_FIRST.exec(text) ?? turned(DAY_FIRST.exec(text)) ?? [];
  const midnight = midnightOf(Number(year), Number(month), Number(day));
  if (midnight === undefined) return undefined;
  const [hours, minutes, seconds] = clock;
  if (hours === undefined) return lastOf(midnight, nowMs);
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  return toUtc(midnight + Number(hours) * HOUR_MS + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1_000);
}

function turned(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  if (!match) return undefined;
  const [all, day, month, year, ...clock] = match;
  return [all, year, month, day, ...clock];
}

// The day as if Casablanca were at UTC; undefined when the calendar has none such.
function midnightOf(year: number, month: number, day: number): number | undefined {
  const midnight = Date.UTC(year, month - 1, day);
  const isDay =
    year > 1999 && new Date(midnight).getUTCMonth() === month - 1 && new Date(midnight).getUTCDate() === day;
  return isDay ? midnight : undefined;
}

function lastOf(midnight: number, nowMs: number): number {
  const [first, last] = [toUtc(midnight), toUtc(midnight + DAY_MS - 1_000)];
  return first <= nowMs && nowMs < last ? nowMs : last;
}

function toUtc(localMs: number): number {
  return localMs - casablancaOffsetMs(localMs - HOUR_MS);
}
