import type { ConversionFilters } from "../../../../schemas/orders.ts";
import { actingUser } from "../../../core/actor.ts";
import { csvLine } from "../../../core/csv-line.ts";
import { csvStream } from "../../../core/csv-stream.ts";
import { Forbidden } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { listMatching } from "../../conversions/queries.ts";
import { ORDER_COLUMNS } from "./csv-words.ts";
import { columnsOf, orderCell } from "./order-line.ts";
import { readOrders } from "./read-orders.ts";

const ORDERS_PER_READ = 500;

/**
 * The actor's orders that match as a CSV in the caller's language, newest first, read piece by piece. @throws Forbidden `role.required`
 */
export function exportOrders(ctx: Context, filters: ConversionFilters): ReadableStream<Uint8Array> {
  if (actingUser(ctx).role === "admin") throw new Forbidden("role.required");
  return csvStream(piecesOf(ctx, filters));
}

async function* piecesOf(ctx: Context, filters: ConversionFilters): AsyncGenerator<string, void, void> {
  const { locale } = ctx;
  const columns = columnsOf(actingUser(ctx).role);
  const heads = columns.map((column) => ORDER_COLUMNS[column][locale]);
  yield csvLine(heads, locale);
  for (let after: string | undefined; ; ) {
    const found = await listMatching(ctx, filters, after, ORDERS_PER_READ);
    after = found.at(-1)?.conversion.id;
    if (after === undefined) return;
    const orders = await readOrders(ctx, found);
    yield orders
      .map((order) =>
        csvLine(
          columns.map((column) => orderCell(column, order, locale)),
          locale,
        ),
      )
      .join("");
    if (found.length < ORDERS_PER_READ) return;
  }
}
