import type { OrderImportReport } from "../../../../schemas/order-imports.ts";
import { actingAs } from "../../../core/actor.ts";
import { readSheet, type Sheet, type SheetLine } from "../../../core/csv-sheet.ts";
import { Conflict, Invalid } from "../../../core/errors.ts";
import { commit, retryLostRace, type Statement } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { type ImportColumn, importColumnOf } from "./columns.ts";
import { draftOrderLine } from "./draft-order-line.ts";
import { type JudgedOrder, judgeOrder } from "./judge-order.ts";
import { type KnownOrder, listOrdersByIds, listTouchesOfOrders } from "./queries.ts";
import { reportOf, stepsOf } from "./report-of-lines.ts";
import { sharedVat } from "./shared-vat.ts";

const LINES_PER_READ = 500;
const LINES_PER_COMMIT = 100;

/**
 * Reports the merchant's orders, and what became of them, as the lines of a CSV say; with a fault in any line nothing is
 * written. Sent again it changes nothing: cut off in the middle it goes on where it was.
 * @throws Invalid `import.malformed`, `import.has_faults` with every line at fault @throws TooLarge `import.too_long`
 * @throws Conflict `row.changed`
 */
export async function importOrders(ctx: Context, file: Blob, isDryRun: boolean): Promise<OrderImportReport> {
  const merchant = actingAs(ctx, "merchant");
  const sheet = readSheet(new Uint8Array(await file.arrayBuffer()), { columnOf: importColumnOf, needed: ["order"] });
  const task = { merchantId: merchant.id, sheet, twice: linesTwice(sheet) };
  const judged: JudgedOrder[] = [];
  for (const lines of stepsOf(sheet.lines, LINES_PER_READ)) {
    const known = await listOrdersByIds(ctx, merchant.id, idsOf(lines));
    for (const line of lines) judged.push(await judge(ctx, task, line, known.get(line.cells.order ?? "")));
  }
  const report = reportOf(
    judged.map((line) => line.report),
    isDryRun,
  );
  if (isDryRun) return report;
  refuseFaults(judged);
  const work = sheet.lines.filter((_, index) => judged[index]?.report.action !== "unchanged");
  const importId = ctx.newId("imp");
  for (const lines of stepsOf(work, LINES_PER_COMMIT)) await retryLostRace(() => apply(ctx, task, lines, importId));
  return report;
}

interface Task {
  readonly merchantId: string;
  readonly sheet: Sheet<ImportColumn>;
  readonly twice: ReadonlySet<number>;
}

type Line = SheetLine<ImportColumn>;

const idsOf = (lines: readonly Line[]) => lines.flatMap(({ cells }) => cells.order || []);

function judge(ctx: Context, { sheet, twice }: Task, line: Line, known: KnownOrder | undefined) {
  return judgeOrder(ctx, sheet, line, known, twice.has(line.line));
}

// Orders and what is known of them are read anew for each commit: what another has done meanwhile is not done twice.
async function apply(ctx: Context, task: Task, lines: readonly Line[], importId: string): Promise<void> {
  const { merchantId } = task;
  const [known, touches] = await Promise.all([
    listOrdersByIds(ctx, merchantId, idsOf(lines)),
    listTouchesOfOrders(ctx, merchantId, idsOf(lines)),
  ]);
  const vatBpsAt = sharedVat(ctx);
  const statements: Statement[] = [];
  const forget: (() => void)[] = [];
  for (const line of lines) {
    const order = known.get(line.cells.order ?? "");
    const judged = await judge(ctx, task, line, order);
    if (judged.report.errors.length > 0) refuseFaults([judged]);
    const drafted = await draftOrderLine(ctx, { merchantId, judged, known: order, touches, vatBpsAt });
    statements.push(...drafted.statements);
    forget.push(drafted.forget);
  }
  if (statements.length === 0) return;
  try {
    await commit(ctx, [...statements, audit(ctx, "orders.imported", importId, { lines: lines.length })]);
  } catch (failure) {
    if (failure instanceof Conflict) for (const forgetTerms of forget) forgetTerms();
    throw failure;
  }
}

function linesTwice({ lines }: Sheet<ImportColumn>): Set<number> {
  const seen = new Set<string>();
  const twice = lines.filter(({ cells: { order } }) => {
    const isTwice = order !== undefined && order !== "" && seen.has(order);
    if (order) seen.add(order);
    return isTwice;
  });
  return new Set(twice.map(({ line }) => line));
}

function refuseFaults(judged: readonly JudgedOrder[]): void {
  const errors = judged.flatMap(({ report }) =>
    report.errors.map(({ path, message }) => ({ path: `${report.line}.${path}`, message })),
  );
  if (errors.length > 0) throw new Invalid("import.has_faults", errors);
}
