import { sql } from "drizzle-orm";
import { DAY_MS } from "../../../core/calendar.ts";
import type { Statement } from "../../../db/commit.ts";
import { insertRow } from "../../../db/insert-row.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import type { Attribution } from "../rules.ts";
import type { Touch } from "./rules.ts";
import { type TouchRow, touches } from "./tables.ts";

export function insertTouch(row: TouchRow): Statement {
  return insertRow(touches, row);
}

/** Aborts the commit as a lost race unless the order still has as many touches as were read. */
export function provenTouches(merchantId: string, orderId: string, count: number): Statement {
  return {
    toSQL: () => ({
      sql: `INSERT INTO changed_rows (changed, expected) SELECT count(*), ?3
        FROM touches h JOIN link_terms t ON t.number = h.link_number WHERE h.merchant_id = ?1 AND h.order_id = ?2`,
      params: [merchantId, orderId, count],
    }),
  };
}

/** Aborts the commit as a lost race when the order has been reported meanwhile. */
export function provenUnknownOrder(merchantId: string, orderId: string): Statement {
  return sql`INSERT INTO changed_rows (changed, expected)
    SELECT count(*), 0 FROM conversions WHERE merchant_id = ${merchantId} AND order_id = ${orderId}`;
}

/** Notes on the touches which order they decided; those that contest each other are told to the fraud rules. */
export function decideTouches(
  ctx: Context,
  conversionId: string,
  { by, reason }: Attribution,
  counted: readonly Touch[],
): Statement[] {
  const isContested = reason === "contested_touch";
  if (by === "none" && !isContested) return [];
  const ids = counted.map(({ id }) => id);
  const mark = sql`UPDATE touches SET conversion_id = ${conversionId}
    WHERE conversion_id IS NULL AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  if (!isContested) return [mark];
  const told = { touches: counted.length };
  return [
    mark,
    happened(ctx, "touch.contested", conversionId, told),
    audit(ctx, "touch.contested", conversionId, told),
  ];
}

const KEPT_DAYS = 30;

/** Touches of orders that nobody ever reported go after 30 days. */
export function forgetTouches(ctx: Context): Statement {
  return sql`DELETE FROM touches WHERE conversion_id IS NULL AND received_at < ${ctx.now() - KEPT_DAYS * DAY_MS}`;
}
