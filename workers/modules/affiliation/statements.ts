import { and, eq, isNull, sql } from "drizzle-orm";
import { guarded, type Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { affiliateLinks, type CouponRow, coupons, type LinkRow } from "./tables.ts";

/** A new link; its number is the database's. */
export function insertLink(row: Omit<LinkRow, "number">): Statement {
  return insertRow(affiliateLinks, row);
}

/** Changes the link only if nobody did since it was read. */
export function changeLink(
  ctx: Context,
  read: Pick<LinkRow, "id" | "version">,
  changes: Partial<LinkRow>,
): Statement[] {
  return guarded(
    ctx.db.orm
      .update(affiliateLinks)
      .set({ ...changes, version: read.version + 1, updatedAt: ctx.now() })
      .where(and(eq(affiliateLinks.id, read.id), eq(affiliateLinks.version, read.version))),
  );
}

export function insertCoupon(row: CouponRow): Statement {
  return insertRow(coupons, row);
}

/** Ends a code that is still alive. */
export function endCoupon(ctx: Context, couponId: string): Statement[] {
  return guarded(
    ctx.db.orm
      .update(coupons)
      .set({ deletedAt: ctx.now() })
      .where(and(eq(coupons.id, couponId), isNull(coupons.deletedAt))),
  );
}

/** Ends whatever codes the link has. */
export function endCouponsOfLink(ctx: Context, linkId: string): Statement {
  return ctx.db.orm
    .update(coupons)
    .set({ deletedAt: ctx.now() })
    .where(and(eq(coupons.linkId, linkId), isNull(coupons.deletedAt)));
}

/** Aborts unless the request is still approved: it may be withdrawn while the link is being made. */
export function requestStillApproved(requestId: string): Statement {
  return sql`INSERT INTO changed_rows (changed, expected)
    SELECT count(*), 1 FROM affiliate_requests WHERE id = ${requestId} AND state = 'approved'`;
}
