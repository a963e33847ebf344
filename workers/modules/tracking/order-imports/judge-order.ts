import type * as z from "zod";
import {
  type RecordOrderEvent,
  type ReportConversion,
  recordOrderEvent,
  reportConversion,
} from "../../../../schemas/conversions.ts";
import { fieldMessage } from "../../../../schemas/field-messages.ts";
import type { Locale } from "../../../../schemas/locales.ts";
import type { OrderImportReport } from "../../../../schemas/order-imports.ts";
import type { FieldError } from "../../../../schemas/problem.ts";
import { actingUser } from "../../../core/actor.ts";
import type { Sheet, SheetLine } from "../../../core/csv-sheet.ts";
import { canonicalJson, sha256Hex } from "../../../core/digest.ts";
import { Conflict } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { PAYMENT_WORDS, STATUS_WORDS } from "../desk/csv-words.ts";
import { refuseLateReturn } from "../desk-rules.ts";
import { IMPORT_COLUMNS, type ImportColumn } from "./columns.ts";
import { effectOfEvent } from "./effect-of-event.ts";
import type { KnownOrder } from "./queries.ts";
import { type OrderLine, readOrderLine } from "./read-order-line.ts";

/** The source of orders and events that a file told. */
export const IMPORT = "import";

export interface JudgedOrder {
  readonly report: OrderImportReport["lines"][number];
  /** The order to make, where there is none. */
  readonly order: ReportConversion | undefined;
  /** What became of it, where the file tells anything new. */
  readonly event: RecordOrderEvent | undefined;
}

/** What a line of the file would do, held against the order as it is known. Writes nothing. */
export async function judgeOrder(
  ctx: Context,
  sheet: Sheet<ImportColumn>,
  line: SheetLine<ImportColumn>,
  known: KnownOrder | undefined,
  isTwice: boolean,
): Promise<JudgedOrder> {
  const read = readOrderLine(line, known?.found.conversion, ctx.now());
  const order = reportConversion.safeParse(read.report, { reportInput: true });
  const draft = await eventOf(read, known);
  const event = draft === undefined ? undefined : recordOrderEvent.safeParse(draft, { reportInput: true });
  const faults = distinct([
    ...(isTwice ? [{ path: "order", message: "order.twice" }] : []),
    ...read.faults,
    ...faultsOf(ctx, order.error),
    ...faultsOf(ctx, event?.error),
    ...(order.data ? faultsOfOrder(ctx, read, order.data, known, event?.data) : []),
  ]);
  const isNews = known === undefined || (event?.data !== undefined && tellsNews(ctx, known, read, event.data));
  const action = faults.length > 0 ? "invalid" : known === undefined ? "create" : isNews ? "update" : "unchanged";
  const errors = faults.map(({ path, message }) => ({
    path: headerOf(ctx, sheet, path),
    message: fieldMessage(message, ctx.locale),
  }));
  const isDone = action === "invalid" || action === "unchanged";
  return {
    report: { line: line.line, orderId: read.orderId || null, action, errors },
    order: action === "create" ? order.data : undefined,
    event: isDone ? undefined : event?.data,
  };
}

// Told twice it counts once: its id is made of what the line says, not of when it was sent.
async function eventOf(read: OrderLine, known: KnownOrder | undefined): Promise<unknown> {
  const { statusAt, courier, trackingNumber } = read;
  const conversion = known?.found.conversion;
  const status = read.status === "placed" ? undefined : read.status;
  const refundMinor = Math.max(0, (read.refundedMinor ?? 0) - (conversion?.refundedMinor ?? 0));
  const parcel = {
    ...(courier && courier !== conversion?.courier ? { courier } : {}),
    ...(trackingNumber && trackingNumber !== conversion?.trackingNumber ? { trackingNumber } : {}),
  };
  const isParcelNew = Object.keys(parcel).length > 0;
  if (!status && refundMinor === 0 && !isParcelNew) return undefined;
  const content = [status, statusAt, read.refundedMinor, courier, trackingNumber];
  return {
    eventId: `csv:${(await sha256Hex(canonicalJson(content))).slice(0, 32)}`,
    ...(status ? { status } : {}),
    ...(statusAt === undefined ? {} : { occurredAt: new Date(statusAt).toISOString() }),
    ...(refundMinor > 0 ? { refund: { id: `total:${read.refundedMinor}`, amountMinor: refundMinor } } : {}),
    ...(status || refundMinor > 0 ? {} : { note: [courier, trackingNumber].filter(Boolean).join(" · ").slice(0, 300) }),
    ...parcel,
  };
}

function tellsNews(ctx: Context, known: KnownOrder, read: OrderLine, event: RecordOrderEvent): boolean {
  const { courier, trackingNumber } = known.found.conversion;
  const isParcelNew =
    (read.courier ?? courier) !== courier || (read.trackingNumber ?? trackingNumber) !== trackingNumber;
  const { isKnown, movesOrder } = effectOfEvent(known, event, IMPORT, ctx.now());
  return !isKnown && (movesOrder || isParcelNew);
}

function faultsOfOrder(
  ctx: Context,
  read: OrderLine,
  order: ReportConversion,
  known: KnownOrder | undefined,
  event: RecordOrderEvent | undefined,
): FieldError[] {
  const conversion = known?.found.conversion;
  const differs =
    conversion && (["amountMinor", "currency", "payment"] as const).some((key) => order[key] !== conversion[key]);
  return [
    ...(differs ? [{ path: "amount", message: "order.differs" }] : []),
    ...((read.refundedMinor ?? 0) > order.amountMinor ? [{ path: "refunded", message: "refund.above_order" }] : []),
    ...(known && event ? faultOfReturn(ctx, known, event) : []),
  ];
}

/** A person does not take an order back alone once the commission's hold has passed, by a file as little as on the desk. */
export function faultOfReturn(ctx: Context, known: KnownOrder, { status, refund }: RecordOrderEvent): FieldError[] {
  if (actingUser(ctx).via.kind !== "session") return [];
  const isRefund = refund !== undefined || status === "refunded";
  try {
    refuseLateReturn(ctx, known.found, {
      status: status === undefined || status === "refunded" ? null : status,
      refundId: isRefund ? "refund" : null,
    });
    return [];
  } catch (failure) {
    if (!(failure instanceof Conflict)) throw failure;
    return [{ path: isRefund ? "refunded" : "status", message: failure.code }];
  }
}

function faultsOf({ locale }: Context, error: z.ZodError | undefined): FieldError[] {
  return (error?.issues ?? []).map((issue) => {
    const path = columnOfPath(issue.path);
    if (issue.code === "invalid_value" && issue.input === undefined)
      return { path, message: fieldMessage("value.missing", locale) };
    const isWord = issue.code === "invalid_value";
    return {
      path,
      message: isWord ? (notAmong(path, locale) ?? fieldMessage(issue, locale)) : fieldMessage(issue, locale),
    };
  });
}

// The words that a file may use, not those of the API.
function notAmong(column: ImportColumn, locale: Locale): string | undefined {
  const words = column === "payment" ? PAYMENT_WORDS : column === "status" ? STATUS_WORDS : undefined;
  if (!words) return undefined;
  const values = Object.values(words).map((names) => names[locale]);
  return fieldMessage("value.not_listed", locale, { values: values.join(locale === "ar" ? "، " : ", ") });
}

const COLUMNS: Readonly<Record<string, ImportColumn>> = {
  orderId: "order",
  amountMinor: "amount",
  currency: "currency",
  payment: "payment",
  occurredAt: "orderedAt",
  couponCode: "coupon",
  clickToken: "click",
  phone: "phone",
  city: "city",
  status: "status",
  refund: "refunded",
  courier: "courier",
  note: "courier",
  trackingNumber: "trackingNumber",
};

function columnOfPath(path: readonly PropertyKey[]): ImportColumn {
  const [first, second] = path.map(String);
  return COLUMNS[(first === "customer" ? second : first) ?? ""] ?? "order";
}

const isColumn = (path: string): path is ImportColumn => path in IMPORT_COLUMNS;

function headerOf({ locale }: Context, { headers }: Sheet<ImportColumn>, path: string): string {
  const column = isColumn(path) ? path : "order";
  return headers.get(column) ?? IMPORT_COLUMNS[column][locale];
}

// One fault a column is enough: the first says it best.
function distinct(faults: readonly FieldError[]): FieldError[] {
  return faults.filter(({ path }, index) => faults.findIndex((other) => other.path === path) === index);
}
