import { fieldMessage } from "../../../../schemas/field-messages.ts";
import type { FieldError } from "../../../../schemas/problem.ts";
import { createProduct, type ImportReport } from "../../../../schemas/products.ts";
import type { Context } from "../../../platform/context.ts";
import { draftProduct } from "../products/create-product.ts";
import { endedAtOn, faultsOfProduct, productColumns } from "../rules.ts";
import type { ProductRow } from "../tables.ts";
import type { CategoryNames } from "./category-names.ts";
import { COLUMN_NAMES, columnOfPath } from "./columns.ts";
import type { Sheet, SheetLine } from "./csv-file.ts";
import { draftOfLine } from "./read-line.ts";
import { cellOf } from "./write-line.ts";

/** What the lines are held against: the merchant's products, sites and plan, and the categories. */
export interface Known {
  readonly merchantId: string;
  /** By reference, and by id where a product has none. */
  readonly products: ReadonlyMap<string, ProductRow>;
  readonly hosts: readonly string[];
  readonly categories: CategoryNames;
  readonly productsActive: number;
  /** null: no limit. */
  readonly productsMax: number | null;
}

type ReportLine = ImportReport["lines"][number];

export interface PlannedLine {
  readonly report: ReportLine;
  readonly before: ProductRow | undefined;
  /** The product as it will be; absent when the line is at fault. */
  readonly after: ProductRow | undefined;
  /** Nothing is wrong with it but the plan. */
  readonly isOverQuota: boolean;
}

/** What each line of the file would do. Writes nothing. */
export function planImport(ctx: Context, sheet: Sheet, known: Known): PlannedLine[] {
  const seen = new Set<string>();
  const planned = sheet.lines.map((line) => {
    const reference = line.cells.reference ?? "";
    const isTwice = reference !== "" && seen.has(reference);
    seen.add(reference);
    return planLine(ctx, sheet, known, line, isTwice);
  });
  return withinQuota(ctx, sheet, known, planned);
}

function planLine(ctx: Context, sheet: Sheet, known: Known, line: SheetLine, isTwice: boolean): PlannedLine {
  const before = known.products.get(line.cells.reference ?? "");
  const { after, faults } = judge(ctx, known, line, before);
  const errors = [...faults, ...faultsOfPlace(line, before, isTwice)].map(({ path, message }) => ({
    path: headerOf(ctx, sheet, path),
    message: fieldMessage(message, ctx.locale),
  }));
  const changes = after && before && errors.length === 0 ? changesOf(ctx, sheet, known, before, after) : [];
  const action =
    errors.length > 0 || !after ? "invalid" : !before ? "create" : changes.length > 0 ? "update" : "unchanged";
  const report: ReportLine = {
    line: line.line,
    action,
    reference: line.cells.reference ?? "",
    title: line.cells.titleFr ?? before?.titleFr ?? "",
    changes,
    errors,
  };
  return { report, before, after: action === "invalid" ? undefined : after, isOverQuota: false };
}

interface Judged {
  readonly after?: ProductRow;
  readonly faults: readonly FieldError[];
}

function judge(ctx: Context, known: Known, line: SheetLine, before: ProductRow | undefined): Judged {
  const draft = draftOfLine(line, before, known.categories);
  const parsed = createProduct.safeParse(before?.state === "archived" ? { ...draft, state: "paused" } : draft, {
    reportInput: true,
  });
  if (parsed.success) {
    const { data } = parsed;
    const after = before ? changed(ctx, before, data) : draftProduct(ctx, known.merchantId, data);
    return { after, faults: faultsOutside(after, before, known) };
  }
  const faults = parsed.error.issues.map((issue) => ({
    path: issue.path.join("."),
    message: fieldMessage(issue, ctx.locale),
  }));
  // What the schema cannot know is told at once too, where the schema has nothing to say.
  const [landingUrl, categoryId] = [String(draft.landingUrl ?? ""), String(draft.categoryId ?? "")];
  const others = faultsOutside({ ...PLAIN_TERMS, landingUrl, categoryId }, before, known);
  return { faults: [...faults, ...others.filter(({ path }) => faults.every((fault) => fault.path !== path))] };
}

type Placed = Pick<ProductRow, "landingUrl" | "categoryId"> & Parameters<typeof faultsOfProduct>[0];

const PLAIN_TERMS = {
  priceMinor: 2,
  commissionType: "rate",
  commissionRateBps: 0,
  commissionAmountMinor: null,
} as const;

function faultsOutside(row: Placed, before: ProductRow | undefined, known: Known): FieldError[] {
  const faults = faultsOfProduct(row, { hasCategory: known.categories.has(row.categoryId), hosts: known.hosts });
  return faults.filter(({ path }) => path !== "landingUrl" || row.landingUrl !== before?.landingUrl);
}

function changed(ctx: Context, before: ProductRow, input: ReturnType<typeof createProduct.parse>): ProductRow {
  const { state } = input;
  return {
    ...before,
    ...productColumns(input),
    state,
    endedAt: endedAtOn(before, state, ctx.now()),
    updatedAt: ctx.now(),
  };
}

function faultsOfPlace(line: SheetLine, before: ProductRow | undefined, isTwice: boolean): FieldError[] {
  return [
    ...((line.cells.reference ?? "") === "" ? [{ path: "reference", message: "value.missing" }] : []),
    ...(isTwice ? [{ path: "reference", message: "reference.twice" }] : []),
    ...(before?.state === "archived" ? [{ path: "reference", message: "product.archived" }] : []),
    ...(line.hasTooMany ? [{ path: "reference", message: "line.too_many_cells" }] : []),
  ];
}

function changesOf(ctx: Context, sheet: Sheet, known: Known, before: ProductRow, after: ProductRow) {
  return [...sheet.headers].flatMap(([key, field]) => {
    const [from, to] = [before, after].map((row) => cellOf(key, row, known.categories, ctx.locale));
    return from === to ? [] : [{ field, from: from || null, to: to || null }];
  });
}

const headerOf = (ctx: Context, { headers }: Sheet, path: string) =>
  headers.get(columnOfPath(path)) ?? COLUMN_NAMES[columnOfPath(path)][ctx.locale];

// Products that the file pauses make room, wherever in the file they are.
function withinQuota(ctx: Context, sheet: Sheet, known: Known, planned: readonly PlannedLine[]): PlannedLine[] {
  const paused = planned.filter(({ before, after }) => before?.state === "active" && after?.state === "paused").length;
  let room = (known.productsMax ?? Number.POSITIVE_INFINITY) - known.productsActive + paused;
  return planned.map((line) => {
    if (line.after?.state !== "active" || line.before?.state === "active" || --room >= 0) return line;
    const error = { path: headerOf(ctx, sheet, "state"), message: fieldMessage("product.quota_reached", ctx.locale) };
    return {
      ...line,
      after: undefined,
      isOverQuota: true,
      report: { ...line.report, action: "invalid", changes: [], errors: [error] },
    };
  });
}
