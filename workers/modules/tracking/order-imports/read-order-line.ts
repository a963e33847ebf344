import type { FieldError } from "../../../../schemas/problem.ts";
import type { SheetLine } from "../../../core/csv-sheet.ts";
import type { ConversionRow } from "../../conversions/tables.ts";
import { instantOfCell, minorAmountOf, paymentOf, statusOf } from "./cell-values.ts";
import type { ImportColumn } from "./columns.ts";

const CLOCK_SKEW_MS = 5 * 60_000;

/** What a line says of an order, for the schemas to judge; faults are named by their columns. */
export interface OrderLine {
  readonly orderId: string;
  readonly report: Readonly<Record<string, unknown>>;
  /** What became of the order: absent where the file is silent. */
  readonly status: string | undefined;
  readonly statusAt: number | undefined;
  /** All refunds together, in the currency's minor unit. */
  readonly refundedMinor: number | undefined;
  readonly courier: string | undefined;
  readonly trackingNumber: string | undefined;
  readonly faults: readonly FieldError[];
}

type Cells = SheetLine<ImportColumn>["cells"];

/** Reads a line; what it leaves empty is taken from the order, where that is known. */
export function readOrderLine(
  { cells, hasTooMany }: SheetLine<ImportColumn>,
  known: ConversionRow | undefined,
  nowMs: number,
): OrderLine {
  const faults: FieldError[] = hasTooMany ? [{ path: "order", message: "line.too_many_cells" }] : [];
  const read = <T>(column: ImportColumn, meaningOf: (cell: string) => T | undefined, fault: string): T | undefined => {
    const cell = cells[column];
    if (!cell) return undefined;
    const value = meaningOf(cell);
    if (value === undefined) faults.push({ path: column, message: fault });
    return value;
  };
  const instant = (column: ImportColumn) => {
    const at = read(column, (cell) => instantOfCell(cell, nowMs), "date.unreadable");
    if (at === undefined || at <= nowMs + CLOCK_SKEW_MS) return at;
    faults.push({ path: column, message: "date.in_future" });
    return undefined;
  };
  const currency = cells.currency?.toUpperCase() || (known?.currency ?? "MAD");
  const amount = (column: ImportColumn) => read(column, (cell) => minorAmountOf(cell, currency), "amount.wrong_form");
  const amountMinor = amount("amount");
  const orderedAt = instant("orderedAt");
  return {
    orderId: cells.order ?? "",
    report: {
      orderId: cells.order || undefined,
      amountMinor: amountMinor ?? (cells.amount ? 1 : known?.amountMinor),
      currency,
      payment: cells.payment ? paymentOf(cells.payment) : known?.payment,
      ...(orderedAt === undefined ? {} : { occurredAt: new Date(orderedAt).toISOString() }),
      ...carried(cells),
    },
    status: read("status", statusOf, "value.not_listed"),
    statusAt: instant("statusAt"),
    refundedMinor: amount("refunded"),
    courier: cells.courier || undefined,
    trackingNumber: cells.trackingNumber || undefined,
    faults,
  };
}

function carried({ coupon, click, phone, city }: Cells) {
  return {
    ...(coupon ? { couponCode: coupon } : {}),
    ...(click ? { clickToken: click } : {}),
    ...(phone || city ? { customer: { phone: phone || null, city: city || null } } : {}),
  };
}
