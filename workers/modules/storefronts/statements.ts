import { and, eq, sql } from "drizzle-orm";
import { guarded, type Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { type StorefrontRow, storefronts } from "./tables.ts";

/** Writes the storefront only if nobody did since it was read; the first version makes it. */
export function keepStorefront(ctx: Context, next: StorefrontRow): Statement[] {
  if (next.version === 1) return [insertRow(storefronts, next)];
  const read = and(eq(storefronts.userId, next.userId), eq(storefronts.version, next.version - 1));
  return guarded(ctx.db.orm.update(storefronts).set(next).where(read));
}

/** What the storefront shows from now on, in this order. */
export function replaceItems(userId: string, linkIds: readonly string[]): Statement[] {
  return [
    sql`DELETE FROM storefront_items WHERE user_id = ${userId}`,
    sql`INSERT INTO storefront_items (user_id, link_id, position)
      SELECT ${userId}, value, key FROM json_each(${JSON.stringify(linkIds)})`,
  ];
}
