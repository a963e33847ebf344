import type { ImportReport } from "../../../../schemas/products.ts";
import { actingAs } from "../../../core/actor.ts";
import { sha256HexOf } from "../../../core/digest.ts";
import { Conflict, Invalid } from "../../../core/errors.ts";
import { linksDueOf } from "../../../core/links-due.ts";
import { commit, retryLostRace } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit, auditEach } from "../../audit/statements.ts";
import { happenedToEach } from "../../outbox/statements.ts";
import type { ImportRow, ProductRow } from "../tables.ts";
import { readSheet, type Sheet } from "./csv-file.ts";
import { type PlannedLine, planImport } from "./plan-import.ts";
import { findOpenImport, getKnown } from "./queries.ts";
import { advanceImport, changeProducts, insertProducts, openImport } from "./statements.ts";

const LINES_AT_ONCE = 500;
/** One JSON parameter has at most 1 MB, and a character at most three bytes. */
const CHARACTERS_AT_ONCE = 300_000;
const TRIES = 3;

/**
 * Creates and changes the merchant's products as the lines of a CSV say; with a fault in any line nothing is written. Cut off in
 * the middle it is sent again: what is done is found unchanged.
 * @throws Invalid `import.malformed`, `import.has_faults` with every line at fault @throws TooLarge `import.too_long`
 * @throws Conflict `product.quota_reached`, `row.changed`
 */
export async function importProducts(ctx: Context, file: Blob, isDryRun: boolean): Promise<ImportReport> {
  const merchant = actingAs(ctx, "merchant");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sheet = readSheet(bytes);
  const sha256 = await sha256HexOf(bytes);
  return retryLostRace(() => attempt(ctx, { merchantId: merchant.id, sheet, sha256, isDryRun }), TRIES);
}

interface Task {
  readonly merchantId: string;
  readonly sheet: Sheet;
  readonly sha256: string;
  readonly isDryRun: boolean;
}

async function attempt(ctx: Context, task: Task): Promise<ImportReport> {
  const { merchantId, sheet } = task;
  const references = [...new Set(sheet.lines.flatMap(({ cells }) => (cells.reference ? [cells.reference] : [])))];
  const [known, open] = await Promise.all([
    getKnown(ctx, merchantId, references),
    findOpenImport(ctx, merchantId, task.sha256),
  ]);
  const planned = planImport(ctx, sheet, known);
  const report = reportOf(planned, open, task.isDryRun);
  if (task.isDryRun) return report;
  refuseFaults(planned);
  const id = await apply(ctx, task, planned, open);
  return { ...report, id, linesDone: planned.length };
}

function reportOf(planned: readonly PlannedLine[], open: ImportRow | undefined, dryRun: boolean): ImportReport {
  const lines = planned.map(({ report }) => report);
  const count = (action: (typeof lines)[number]["action"]) => lines.filter((line) => line.action === action).length;
  const counts = {
    create: count("create"),
    update: count("update"),
    unchanged: count("unchanged"),
    invalid: count("invalid"),
  };
  return { id: open?.id ?? null, dryRun, counts, linesDone: open?.linesDone ?? 0, linesTotal: lines.length, lines };
}

function refuseFaults(planned: readonly PlannedLine[]): void {
  const faulty = planned.filter(({ report }) => report.errors.length > 0);
  if (faulty.length === 0) return;
  const errors = faulty.flatMap(({ report }) =>
    report.errors.map(({ path, message }) => ({ path: `${report.line}.${path}`, message })),
  );
  if (faulty.every(({ isOverQuota }) => isOverQuota)) throw new Conflict("product.quota_reached", errors);
  throw new Invalid("import.has_faults", errors);
}

/** The import's id, or null when the file says nothing new. */
async function apply(
  ctx: Context,
  { merchantId, sha256 }: Task,
  planned: readonly PlannedLine[],
  open: ImportRow | undefined,
): Promise<string | null> {
  const work = planned.filter(({ report }) => report.action !== "unchanged").toSorted((a, b) => turnOf(a) - turnOf(b));
  const now = ctx.now();
  const began = { id: ctx.newId("imp"), merchantId, fileSha256: sha256, linesTotal: planned.length, createdAt: now };
  let row = open;
  let done = planned.length - work.length;
  for (const step of stepsOf(work)) {
    done += step.length;
    const isLast = done === planned.length;
    const next = row
      ? { ...row, linesDone: done }
      : { ...began, linesDone: done, updatedAt: now, finishedAt: isLast ? now : null };
    await commit(ctx, [
      ...(row ? advanceImport(ctx, row, done) : [openImport(next)]),
      ...writeStep(ctx, next.id, step),
    ]);
    row = next;
  }
  const changed = work.flatMap(({ before }) => before?.id ?? []);
  for (const message of linksDueOf(changed)) ctx.nudge(message);
  return row?.id ?? null;
}

// What pauses makes room for what comes after it.
const turnOf = ({ before, after }: PlannedLine) => (!before ? 2 : after?.state === "paused" ? 0 : 1);

function writeStep(ctx: Context, importId: string, step: readonly PlannedLine[]) {
  const rowsOf = (lines: readonly PlannedLine[]): ProductRow[] => lines.flatMap(({ after }) => after ?? []);
  const changed = rowsOf(step.filter(({ before }) => before));
  const created = rowsOf(step.filter(({ before }) => !before));
  const [changedIds, createdIds] = [changed, created].map((rows) => rows.map(({ id }) => id));
  return [
    ...changeProducts(changed),
    ...insertProducts(created),
    ...happenedToEach(ctx, "product.changed", changedIds ?? []),
    ...happenedToEach(ctx, "product.created", createdIds ?? []),
    ...auditEach(ctx, "product.changed", changedIds ?? []),
    ...auditEach(ctx, "product.created", createdIds ?? []),
    audit(ctx, "products.imported", importId, { created: created.length, changed: changed.length }),
  ];
}

function* stepsOf(work: readonly PlannedLine[]): Generator<readonly PlannedLine[]> {
  let step: PlannedLine[] = [];
  let characters = 0;
  for (const line of work) {
    const length = JSON.stringify(Object.values(line.after ?? {})).length;
    if (step.length === LINES_AT_ONCE || (step.length > 0 && characters + length > CHARACTERS_AT_ONCE)) {
      yield step;
      step = [];
      characters = 0;
    }
    step.push(line);
    characters += length;
  }
  if (step.length > 0) yield step;
}
