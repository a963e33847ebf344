import { type RecordOrderEvent, recordOrderEvent } from "../../../../schemas/conversions.ts";
import { fieldMessage } from "../../../../schemas/field-messages.ts";
import type { OrderImportReport } from "../../../../schemas/order-imports.ts";
import type { FieldError } from "../../../../schemas/problem.ts";
import type { Sheet, SheetLine } from "../../../core/csv-sheet.ts";
import { canonicalJson, sha256Hex } from "../../../core/digest.ts";
import type { Context } from "../../../platform/context.ts";
import { sourceOf } from "../connectors/connector-context.ts";
import { meaningOfLabel } from "../connectors/rules.ts";
import type { ConnectorRow } from "../connectors/tables.ts";
import { instantOfCell } from "./cell-values.ts";
import { PARCEL_COLUMNS, type ParcelColumn } from "./columns.ts";
import { effectOfEvent } from "./effect-of-event.ts";
import { faultOfReturn } from "./judge-order.ts";
import type { KnownOrder } from "./queries.ts";

const CLOCK_SKEW_MS = 5 * 60_000;

export interface JudgedParcel {
  readonly report: OrderImportReport["lines"][number];
  /** The shop's id of the parcel's order; empty where it is not ours. */
  readonly orderId: string;
  readonly event: RecordOrderEvent | undefined;
  readonly label: string;
  readonly isLabelUnknown: boolean;
  /** The order as it will be, for the lines behind this one. */
  readonly after: KnownOrder | undefined;
}

/** What a line of a courier's file would do to its parcel's order. Writes nothing. */
export async function judgeParcel(
  ctx: Context,
  connector: ConnectorRow,
  sheet: Sheet<ParcelColumn>,
  line: SheetLine<ParcelColumn>,
  known: KnownOrder | undefined,
): Promise<JudgedParcel> {
  const { cells } = line;
  const label = (cells.label ?? "").slice(0, 80);
  const happenedAt = cells.happenedAt ? instantOfCell(cells.happenedAt, ctx.now()) : undefined;
  const means = meaningOfLabel(connector, label);
  const draft = await eventOf(connector, line, means, happenedAt);
  const event = recordOrderEvent.safeParse(draft, { reportInput: true });
  const faults = [
    ...faultsOfLine(ctx, line, happenedAt),
    ...(known && event.data
      ? faultOfReturn(ctx, known, event.data).map(({ message }) => ({ path: "label", message }))
      : []),
    ...(event.error ? [{ path: "trackingNumber", message: "value.wrong_form" }] : []),
  ];
  const effect = known && event.data && effectOfEvent(known, event.data, sourceOf(connector), ctx.now());
  const isNews = faults.length === 0 && effect?.isKnown === false;
  const isLabelUnknown = means === undefined && label !== "";
  const remarks = [
    ...(known ? [] : [{ path: cells.order ? "order" : "trackingNumber", message: "order.unknown" }]),
    ...(isLabelUnknown ? [{ path: "label", message: "label.unknown" }] : []),
  ];
  const orderId = known?.found.conversion.orderId ?? "";
  return {
    report: {
      line: line.line,
      orderId: orderId || cells.order || cells.trackingNumber || null,
      action: faults.length > 0 ? "invalid" : isNews ? "update" : "unchanged",
      errors: worded(ctx, sheet, faults.length > 0 ? faults : remarks),
    },
    orderId,
    event: isNews ? event.data : undefined,
    label,
    isLabelUnknown,
    after: isNews ? effect?.after : undefined,
  };
}

// Made of what the line says, so that the same file again changes nothing.
async function eventOf(
  { name }: ConnectorRow,
  { cells }: SheetLine<ParcelColumn>,
  means: ReturnType<typeof meaningOfLabel>,
  happenedAt: number | undefined,
): Promise<unknown> {
  const label = cells.label ?? "";
  const content = [cells.order ?? "", cells.trackingNumber ?? "", label, cells.happenedAt ?? ""];
  return {
    eventId: `csv:${(await sha256Hex(canonicalJson(content))).slice(0, 32)}`,
    ...(means === undefined || means === "none" ? { note: label || "-" } : { status: means }),
    ...(happenedAt === undefined ? {} : { occurredAt: new Date(happenedAt).toISOString() }),
    courier: name,
    ...(cells.trackingNumber ? { trackingNumber: cells.trackingNumber } : {}),
  };
}

function faultsOfLine(
  ctx: Context,
  { cells, hasTooMany }: SheetLine<ParcelColumn>,
  happenedAt: number | undefined,
): FieldError[] {
  const isWrong = Boolean(cells.happenedAt) && happenedAt === undefined;
  const isFuture = happenedAt !== undefined && happenedAt > ctx.now() + CLOCK_SKEW_MS;
  return [
    ...(hasTooMany ? [{ path: "order", message: "line.too_many_cells" }] : []),
    ...(cells.order || cells.trackingNumber ? [] : [{ path: "order", message: "value.missing" }]),
    ...(cells.label ? [] : [{ path: "label", message: "value.missing" }]),
    ...(isWrong ? [{ path: "happenedAt", message: "date.unreadable" }] : []),
    ...(isFuture ? [{ path: "happenedAt", message: "date.in_future" }] : []),
  ];
}

const isColumn = (path: string): path is ParcelColumn => path in PARCEL_COLUMNS;

function worded({ locale }: Context, { headers }: Sheet<ParcelColumn>, faults: readonly FieldError[]): FieldError[] {
  return faults.map(({ path, message }) => {
    const column = isColumn(path) ? path : "order";
    return { path: headers.get(column) ?? PARCEL_COLUMNS[column][locale], message: fieldMessage(message, locale) };
  });
}
