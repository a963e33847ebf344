import * as csv from "../../../core/csv-sheet.ts";
import { type ColumnKey, columnOf } from "./columns.ts";

export type SheetLine = csv.SheetLine<ColumnKey>;
export type Sheet = csv.Sheet<ColumnKey>;

/**
 * A file of products as spreadsheets write one.
 * @throws Invalid `import.malformed` naming the header @throws TooLarge `import.too_long` over 10,000 lines
 */
export const readSheet = (bytes: Uint8Array): Sheet => csv.readSheet(bytes, { columnOf, needed: ["reference"] });
