import type { OrderImportReport } from "../../../../schemas/order-imports.ts";
import { readSheet, type SheetLine } from "../../../core/csv-sheet.ts";
import { sha256HexOf } from "../../../core/digest.ts";
import { Conflict, Invalid } from "../../../core/errors.ts";
import { commit, retryLostRace, type Statement } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { connectorContext, sourceOf } from "../connectors/connector-context.ts";
import { getConnector } from "../connectors/queries.ts";
import type { ConnectorRow } from "../connectors/tables.ts";
import { findDelivery } from "../inbound/queries.ts";
import { deliveryRepeated, recordDelivery } from "../inbound/statements.ts";
import { draftOrderEvent } from "../record-order-event.ts";
import { type ParcelColumn, parcelColumnOf } from "./columns.ts";
import { type JudgedParcel, judgeParcel } from "./judge-parcel.ts";
import { type KnownOrder, listOrdersByIds, listOrdersByParcels } from "./queries.ts";
import { reportOf, stepsOf } from "./report-of-lines.ts";
import { sharedVat } from "./shared-vat.ts";

const LINES_PER_READ = 500;
const LINES_PER_COMMIT = 100;

/**
 * Records what a courier's file says of the merchant's parcels, by the connector's tables. A word that no table knows is only
 * remarked on its order, and a parcel that is not ours is passed over; what cannot be read leaves everything as it was.
 * @throws NotFound `connector.not_found` @throws Conflict `connector.wrong_platform`, `connector.paused`, `row.changed`
 * @throws Invalid `import.malformed`, `import.has_faults` @throws TooLarge `import.too_long`
 */
export async function importParcels(
  ctx: Context,
  connectorId: string,
  file: Blob,
  isDryRun: boolean,
): Promise<OrderImportReport> {
  const connector = await getConnector(ctx, connectorId);
  if (connector.platform !== "courier") throw new Conflict("connector.wrong_platform");
  if (connector.state === "paused") throw new Conflict("connector.paused");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sheet = readSheet(bytes, { columnOf: parcelColumnOf, needed: ["label"] });
  const judged: JudgedParcel[] = [];
  const thought = new Map<string, KnownOrder>();
  for (const lines of stepsOf(sheet.lines, LINES_PER_READ)) {
    const find = await finderOf(ctx, connector.merchantId, lines);
    for (const line of lines) {
      const known = find(line);
      const now = known && (thought.get(known.found.conversion.id) ?? known);
      const one = await judgeParcel(ctx, connector, sheet, line, now);
      if (one.after) thought.set(one.after.found.conversion.id, one.after);
      judged.push(one);
    }
  }
  const report = reportOf(
    judged.map((line) => line.report),
    isDryRun,
  );
  if (isDryRun) return report;
  refuseFaults(judged);
  for (const step of roundsOf(judged)) await retryLostRace(() => apply(ctx, connector, step));
  await noteFile(ctx, connector, bytes, judged);
  return report;
}

type Find = (line: SheetLine<ParcelColumn>) => KnownOrder | undefined;

async function finderOf(ctx: Context, merchantId: string, lines: readonly SheetLine<ParcelColumn>[]): Promise<Find> {
  const cellsOf = (column: ParcelColumn) => lines.flatMap(({ cells }) => cells[column] || []);
  const [byId, byParcel] = await Promise.all([
    listOrdersByIds(ctx, merchantId, cellsOf("order")),
    listOrdersByParcels(ctx, merchantId, cellsOf("trackingNumber")),
  ]);
  return ({ cells }) => byId.get(cells.order ?? "") ?? byParcel.get(cells.trackingNumber ?? "");
}

type Told = JudgedParcel & { readonly event: NonNullable<JudgedParcel["event"]> };

// Events of one order each in a commit of their own: the next is decided on what the last one left.
function* roundsOf(judged: readonly JudgedParcel[]): Generator<readonly Told[]> {
  const told = judged.filter((line): line is Told => line.event !== undefined);
  const rounds: Told[][] = [];
  const times = new Map<string, number>();
  for (const line of told) {
    const round = times.get(line.orderId) ?? 0;
    times.set(line.orderId, round + 1);
    rounds[round] = [...(rounds[round] ?? []), line];
  }
  for (const round of rounds) yield* stepsOf(round, LINES_PER_COMMIT);
}

async function apply(ctx: Context, connector: ConnectorRow, lines: readonly Told[]): Promise<void> {
  const known = await listOrdersByIds(
    ctx,
    connector.merchantId,
    lines.map(({ orderId }) => orderId),
  );
  const courier = connectorContext(ctx, connector);
  const vatBpsAt = sharedVat(ctx);
  const statements: Statement[] = [];
  for (const { orderId, event } of lines) {
    const order = known.get(orderId);
    if (!order) continue;
    const told = { ...order, vatBpsAt };
    const drafted = await draftOrderEvent(courier, order.found, event, sourceOf(connector), told);
    statements.push(...drafted.statements);
  }
  await commit(courier, statements);
}

// The connector's log has a row of the file, as of everything else that the connector brings.
async function noteFile(
  ctx: Context,
  connector: ConnectorRow,
  bytes: Uint8Array<ArrayBuffer>,
  judged: readonly JudgedParcel[],
): Promise<void> {
  const bodySha256 = await sha256HexOf(bytes);
  const deliveryKey = `csv:${bodySha256}`;
  const known = await findDelivery(ctx, connector.id, deliveryKey);
  if (known) return commit(ctx, [deliveryRepeated(known.id)]);
  const unknown = judged.find(({ isLabelUnknown }) => isLabelUnknown);
  const isNews = judged.some(({ event }) => event);
  await commit(ctx, [
    recordDelivery(ctx, {
      id: ctx.newId("inb"),
      connectorId: connector.id,
      deliveryKey,
      topic: "csv",
      bodySha256,
      bytes: bytes.length,
      outcome: unknown ? "unknown_label" : isNews ? "recorded" : "unchanged",
      label: unknown?.label ?? null,
    }),
  ]);
}

function refuseFaults(judged: readonly JudgedParcel[]): void {
  const faulty = judged.filter(({ report }) => report.action === "invalid");
  const errors = faulty.flatMap(({ report }) =>
    report.errors.map(({ path, message }) => ({ path: `${report.line}.${path}`, message })),
  );
  if (errors.length > 0) throw new Invalid("import.has_faults", errors);
}
