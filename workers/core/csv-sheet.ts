import { CsvError, parse } from "csv-parse/sync";
import { Invalid, TooLarge } from "./errors.ts";

const LINES_MAX = 10_000;
const DELIMITERS = [",", ";", "\t"] as const;
const FORMULA_QUOTE = /^'(?=['\s]*[=+\-@])/;

/** Which columns a file may and must have. */
export interface SheetForm<K extends string> {
  /** The column of a header in any of the languages; `null` for one that is known and not read, undefined for a stranger. */
  readonly columnOf: (header: string) => K | null | undefined;
  readonly needed: readonly K[];
}

export interface SheetLine<K extends string> {
  /** As an editor counts them: the header is on line 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<K, string>>>;
  readonly hasTooMany: boolean;
}

export interface Sheet<K extends string> {
  /** The columns of the file with the headers it gives them, in its order. */
  readonly headers: ReadonlyMap<K, string>;
  readonly lines: readonly SheetLine<K>[];
}

/**
 * A CSV as spreadsheets write one: commas, semicolons or tabs, UTF-8 (or UTF-16, or Windows' own French letters), quotes, blank
 * lines. @throws Invalid `import.malformed` naming the header @throws TooLarge `import.too_long` over 10,000 lines
 */
export function readSheet<K extends string>(bytes: Uint8Array, form: SheetForm<K>): Sheet<K> {
  const [head, ...rest] = rowsOf(textOf(bytes));
  if (!head) throw new Invalid("import.malformed");
  const columns = head.cells.map((header) => form.columnOf(header));
  refuseHeaders(head.cells, columns, form.needed);
  const lines = rest.map(({ line, cells }) => ({
    line,
    cells: cellsOf(columns, cells),
    hasTooMany: cells.slice(columns.length).some((cell) => cell.trim() !== ""),
  }));
  const headers = columns.flatMap((key, index) => (key ? [[key, (head.cells[index] ?? "").trim()] as const] : []));
  return { headers: new Map(headers), lines };
}

function cellsOf<K extends string>(columns: readonly (K | null | undefined)[], cells: readonly string[]) {
  const named: Partial<Record<K, string>> = {};
  for (const [index, key] of columns.entries()) if (key) named[key] = cellText(cells[index] ?? "");
  return named;
}

// A mark that keeps spreadsheets from running the cell is no part of it.
const cellText = (cell: string) => cell.trim().replace(FORMULA_QUOTE, "");

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let line = 1;
  const keep = (cells: string[], { lines }: { readonly lines: number }) => {
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ line, cells });
    if (rows.length > LINES_MAX + 1) throw new TooLarge("import.too_long");
    line = lines + 1;
    return null;
  };
  try {
    parse(text, { delimiter: delimiterOf(text), relax_column_count: true, on_record: keep });
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    throw new Invalid("import.malformed", [{ path: String(line), message: "value.wrong_form" }]);
  }
  return rows;
}

function delimiterOf(text: string): string {
  const head = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? "";
  const counts = DELIMITERS.map((mark) => [mark, head.split(mark).length] as const);
  return counts.reduce((most, other) => (other[1] > most[1] ? other : most))[0];
}

function refuseHeaders<K extends string>(
  headers: readonly string[],
  columns: readonly (K | null | undefined)[],
  needed: readonly K[],
): void {
  const faults = headers.flatMap((header, index) => {
    const key = columns[index];
    if (header.trim() === "" || key === null) return [];
    if (!key) return [{ path: header.trim().slice(0, 60), message: "column.unknown" }];
    return columns.indexOf(key) === index ? [] : [{ path: header.trim(), message: "column.twice" }];
  });
  const missing = needed.filter((key) => !columns.includes(key)).map((path) => ({ path, message: "value.missing" }));
  if (faults.length + missing.length > 0) throw new Invalid("import.malformed", [...faults, ...missing]);
}
