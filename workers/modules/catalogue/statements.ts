import { and, eq } from "drizzle-orm";
import { guarded, type Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { type HostRow, merchantHosts, type ProductRow, products } from "./tables.ts";

/** A new product; one more than the plan allows aborts the commit (Conflict `product.quota_reached`). */
export function insertProduct(row: ProductRow): Statement {
  return insertRow(products, row);
}

/** Changes the product only if nobody did since it was read; going over the plan's quota aborts the commit. */
export function changeProduct(
  ctx: Context,
  read: Pick<ProductRow, "id" | "version">,
  changes: Partial<ProductRow>,
): Statement[] {
  return guarded(
    ctx.db.orm
      .update(products)
      .set({ ...changes, version: read.version + 1, updatedAt: ctx.now() })
      .where(and(eq(products.id, read.id), eq(products.version, read.version))),
  );
}

export function insertHost(row: HostRow): Statement {
  return insertRow(merchantHosts, row);
}

/** Changes a host that is still there. */
export function changeHost(ctx: Context, hostId: string, changes: Partial<HostRow>): Statement[] {
  return guarded(ctx.db.orm.update(merchantHosts).set(changes).where(eq(merchantHosts.id, hostId)));
}

export function deleteHost(ctx: Context, hostId: string): Statement[] {
  return guarded(ctx.db.orm.delete(merchantHosts).where(eq(merchantHosts.id, hostId)));
}
