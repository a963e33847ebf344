import * as z from "zod";
import { importQuery, importReport } from "../../../../schemas/products.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { fileBody, fileOnly } from "../../../http/file-body.ts";
import { session } from "../../../http/session.ts";
import { query } from "../../../http/validate.ts";
import { columnTable } from "./column-table.ts";
import { exportExample, importExample } from "./examples.ts";
import { exportProducts } from "./export-products.ts";
import { importProducts } from "./import-products.ts";

const tag = "Products";
const FILE_MAX_BYTES = 4 * 1024 * 1024;
const CSV = /^text\/csv\s*(;|$)/i;

/** The merchant's products as a file of lines, in and out. */
export const importRoutes = newApp()
  .post(
    "/import",
    documented({
      operation: "importProducts",
      tag,
      summary: "Import products from a CSV",
      description: [
        "The file as `text/csv`, or as the part `file` of a form: at most 10,000 lines and 4 MB, with commas, semicolons or tabs.",
        "The first line names the columns in French, English or Arabic, as the export writes them. `Reference` says which product a line is: a new one is created, a known one changed where the file has a column. A product without one goes by its id. The words in the cells may be of any of the three languages too.",
        columnTable(),
        "With `dryRun=true` nothing is written, and the answer shows line by line what would be, and every fault. Without it, a fault in any line leaves everything as it was. A file sent again, after it was cut off or by mistake, changes only what is not yet as it says.",
      ].join("\n\n"),
      roles: ["merchant"],
      answers: { 200: answer(importReport, importExample) },
      problems: [
        "import.malformed",
        "import.too_long",
        "import.has_faults",
        "product.quota_reached",
        "product.reference_taken",
        "row.changed",
      ],
    }),
    session("products:write"),
    fileOnly(FILE_MAX_BYTES, CSV),
    query(importQuery),
    fileBody(FILE_MAX_BYTES),
    async (c) => {
      const { file } = c.req.valid("form");
      return c.json(await importProducts(c.get("ctx"), file, c.req.valid("query").dryRun === "true"), 200);
    },
  )
  .get(
    "/export",
    documented({
      operation: "exportProducts",
      tag,
      summary: "Export products as a CSV",
      description: "All but archived ones, in the caller's language and with the columns of the import.",
      roles: ["merchant"],
      answers: { 200: { schema: z.string(), example: exportExample, media: "text/csv" } },
    }),
    session("products:read"),
    async (c) =>
      c.body(await exportProducts(c.get("ctx")), 200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="products.csv"',
      }),
  );
