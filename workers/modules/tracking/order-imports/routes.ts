import { orderImportQuery, orderImportReport } from "../../../../schemas/order-imports.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { fileBody, fileOnly } from "../../../http/file-body.ts";
import { session } from "../../../http/session.ts";
import { query } from "../../../http/validate.ts";
import { importColumnTable } from "./columns.ts";
import { orderImportExample, parcelImportExample } from "./examples.ts";
import { importOrders } from "./import-orders.ts";
import { importParcels } from "./import-parcels.ts";

const tag = "Tracking";
const FILE_MAX_BYTES = 4 * 1024 * 1024;
const CSV = /^text\/csv\s*(;|$)/i;
const FORM =
  "The file as `text/csv`, or as the part `file` of a form: at most 10,000 lines and 4 MB, with commas, semicolons or tabs. The first line names the columns in French, English or Arabic.";
const DRY =
  "With `dryRun=true` nothing is written, and the answer shows line by line what would be, and every fault. Sent again it changes nothing.";

/** Orders, and what became of them, as files of lines. */
export const orderImportRoutes = newApp()
  .post(
    "/conversions/import",
    documented({
      operation: "importConversions",
      tag,
      summary: "Import orders from a CSV",
      description: [
        `${FORM} An exported file is read too. A new order needs its amount and payment; of a known one the status, refunds, courier and parcel count, and what the line leaves empty stays.`,
        importColumnTable(),
        `${DRY} A fault in any line leaves everything as it was.`,
      ].join("\n\n"),
      roles: ["merchant"],
      answers: { 200: answer(orderImportReport, orderImportExample) },
      problems: ["import.malformed", "import.too_long", "import.has_faults", "row.changed"],
    }),
    session("conversions:write"),
    fileOnly(FILE_MAX_BYTES, CSV),
    query(orderImportQuery),
    fileBody(FILE_MAX_BYTES),
    async (c) => {
      const { file } = c.req.valid("form");
      return c.json(await importOrders(c.get("ctx"), file, c.req.valid("query").dryRun === "true"), 200);
    },
  )
  .post(
    "/connectors/:id/statuses",
    documented({
      operation: "importParcelStatuses",
      tag,
      summary: "Import a courier's statuses from a CSV",
      description: `${FORM} \`Order\` or \`Tracking number\` says which parcel, \`Status\` is the courier's own word, \`Date\` when it happened; other columns are passed over. The words are looked up in the connector's tables: one that none knows is remarked on its order and told on its line. Parcels that are not yours are told and passed over. ${DRY}`,
      roles: ["merchant"],
      answers: { 200: answer(orderImportReport, parcelImportExample) },
      problems: [
        "connector.not_found",
        "connector.wrong_platform",
        "connector.paused",
        "import.malformed",
        "import.too_long",
        "import.has_faults",
        "row.changed",
      ],
    }),
    session("conversions:write"),
    fileOnly(FILE_MAX_BYTES, CSV),
    query(orderImportQuery),
    fileBody(FILE_MAX_BYTES),
    async (c) => {
      const { file } = c.req.valid("form");
      const isDryRun = c.req.valid("query").dryRun === "true";
      return c.json(await importParcels(c.get("ctx"), c.req.param("id"), file, isDryRun), 200);
    },
  );
