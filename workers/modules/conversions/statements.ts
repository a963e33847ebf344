import { and, eq, isNotNull, sql } from "drizzle-orm";
import { DAY_MS } from "../../core/calendar.ts";
import { guarded, type Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { PHONE_DAYS } from "./rules.ts";
import {
  type ConversionEventRow,
  type ConversionRow,
  conversionEvents,
  conversions,
  type RefundRow,
  refunds,
} from "./tables.ts";

export function insertConversion(row: ConversionRow): Statement {
  return insertRow(conversions, row);
}

export function insertEvent(row: ConversionEventRow): Statement {
  return insertRow(conversionEvents, row);
}

export function insertRefund(row: RefundRow): Statement {
  return insertRow(refunds, row);
}

/** Changes the conversion only if nobody did since it was read. */
export function updateConversion(ctx: Context, read: ConversionRow, changes: Partial<ConversionRow>): Statement[] {
  return guarded(
    ctx.db.orm
      .update(conversions)
      .set({ ...changes, version: read.version + 1, updatedAt: ctx.now() })
      .where(and(eq(conversions.id, read.id), eq(conversions.version, read.version))),
  );
}

/** Customers' phones go when the order has ended, or after 30 days (product.md, "Orders"). */
export function forgetPhones(ctx: Context): Statement {
  const endedOrOld = sql`(${conversions.status} IN ('collected', 'cancelled', 'refused', 'returned', 'lost')
    OR (${conversions.status} = 'delivered' AND ${conversions.payment} = 'prepaid') OR ${conversions.createdAt} < ${ctx.now() - PHONE_DAYS * DAY_MS})`;
  return ctx.db.orm
    .update(conversions)
    .set({ customerPhoneSealed: null })
    .where(and(isNotNull(conversions.customerPhoneSealed), endedOrOld));
}
