import type { ConversionFilters } from "../../../../schemas/orders.ts";
import { actingUser } from "../../../core/actor.ts";
import { BYTE_ORDER_MARK, csvLine } from "../../../core/csv-line.ts";
import { Forbidden } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { listMatching } from "../../conversions/queries.ts";
import { ORDER_COLUMNS } from "./csv-words.ts";
import { columnsOf, orderCell } from "./order-line.ts";
import { readOrders } from "./read-orders.ts";

const ORDERS_PER_READ = 500;

/**
 * The actor's orders that match as a CSV in the caller's language, newest first, read and sent piece by piece: a year of
 * orders is never held at once. @throws Forbidden `role.required`
 */
export function exportOrders(ctx: Context, filters: ConversionFilters): ReadableStream<Uint8Array> {
  if (actingUser(ctx).role === "admin") throw new Forbidden("role.required");
  const pieces = piecesOf(ctx, filters);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}

async function* piecesOf(ctx: Context, filters: ConversionFilters): AsyncGenerator<string, void, void> {
  const { locale } = ctx;
  const delimiter = locale === "fr" ? ";" : ",";
  const columns = columnsOf(actingUser(ctx).role);
  const heads = columns.map((column) => ORDER_COLUMNS[column][locale]);
  yield `${BYTE_ORDER_MARK}${csvLine(heads, delimiter)}`;
  for (let after: string | undefined; ; ) {
    const found = await listMatching(ctx, filters, after, ORDERS_PER_READ);
    after = found.at(-1)?.conversion.id;
    if (after === undefined) return;
    const orders = await readOrders(ctx, found);
    yield orders
      .map((order) =>
        csvLine(
          columns.map((column) => orderCell(column, order, locale)),
          delimiter,
        ),
      )
      .join("");
    if (found.length < ORDERS_PER_READ) return;
  }
}
