const FORMULA = /^'*[=+\-@]/;

/** Opens a file that spreadsheets then read as UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** One line of a CSV. A cell that a spreadsheet would run as a formula gets a mark in front. */
export function csvLine(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => quoted(FORMULA.test(cell) ? `'${cell}` : cell)).join(delimiter)}\r\n`;
}

const quoted = (cell: string) => (/["\r\n,;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
