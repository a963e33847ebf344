import { CsvError, parse } from "csv-parse/sync";
import { Invalid, TooLarge } from "../../../core/errors.ts";
import { type ColumnKey, columnOf } from "./columns.ts";

const LINES_MAX = 10_000;
const DELIMITERS = [",", ";", "\t"] as const;
const FORMULA_QUOTE = /^'(?='*[=+\-@])/;

export interface SheetLine {
  /** As an editor counts them: the header is on line 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<ColumnKey, string>>>;
  readonly hasTooMany: boolean;
}

export interface Sheet {
  /** The columns of the file with the headers it gives them, in its order. */
  readonly headers: ReadonlyMap<ColumnKey, string>;
  readonly lines: readonly SheetLine[];
}

/**
 * A CSV as spreadsheets write one: commas, semicolons or tabs, UTF-8 (or UTF-16, or Windows' own French letters), quotes, blank
 * lines. @throws Invalid `import.malformed` naming the header @throws TooLarge `import.too_long` over 10,000 lines
 */
export function readSheet(bytes: Uint8Array): Sheet {
  const rows = rowsOf(textOf(bytes));
  const [head, ...rest] = rows;
  if (!head) throw new Invalid("import.malformed");
  const columns = head.cells.map((header) => columnOf(header));
  refuseHeaders(head.cells, columns);
  const lines = rest.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(columns.flatMap((key, index) => (key ? [[key, cellText(cells[index] ?? "")]] : []))),
    hasTooMany: cells.slice(columns.length).some((cell) => cell.trim() !== ""),
  }));
  const headers = columns.flatMap((key, index) => (key ? [[key, (head.cells[index] ?? "").trim()] as const] : []));
  return { headers: new Map(headers), lines };
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

function refuseHeaders(headers: readonly string[], columns: readonly (ColumnKey | undefined)[]): void {
  const faults = headers.flatMap((header, index) => {
    const key = columns[index];
    if (header.trim() === "") return [];
    if (!key) return [{ path: header.trim().slice(0, 60), message: "column.unknown" }];
    return columns.indexOf(key) === index ? [] : [{ path: header.trim(), message: "column.twice" }];
  });
  if (!columns.includes("reference")) faults.push({ path: "reference", message: "value.missing" });
  if (faults.length > 0) throw new Invalid("import.malformed", faults);
}
