import type { Locale } from "../../schemas/locales.ts";

const FORMULA = /^['\s]*[=+\-@]/;

/** One line of a CSV as spreadsheets of the language read it. A cell that one would run as a formula gets a mark in front. */
export function csvLine(cells: readonly string[], locale: Locale): string {
  const delimiter = locale === "fr" ? ";" : ",";
  return `${cells.map((cell) => quoted(FORMULA.test(cell) ? `'${cell}` : cell)).join(delimiter)}\r\n`;
}

const quoted = (cell: string) => (/["\r\n,;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
