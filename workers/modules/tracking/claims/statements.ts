import { and, eq, sql } from "drizzle-orm";
import { guarded, type Statement } from "../../../db/commit.ts";
import { insertRow } from "../../../db/insert-row.ts";
import type { Context } from "../../../platform/context.ts";
import { type ClaimRow, claimEvidence, claims, type EvidenceRow } from "./tables.ts";

export function insertClaim(row: ClaimRow): Statement {
  return insertRow(claims, row);
}

export function insertEvidence(row: EvidenceRow): Statement {
  return insertRow(claimEvidence, row);
}

export function deleteEvidence(ids: readonly string[]): Statement {
  return sql`DELETE FROM claim_evidence WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** Moves the claim only if nobody did since it was read. */
export function moveClaim(ctx: Context, read: ClaimRow, changes: Partial<ClaimRow>): Statement[] {
  return guarded(
    ctx.db.orm
      .update(claims)
      .set({ ...changes, version: read.version + 1, updatedAt: ctx.now() })
      .where(and(eq(claims.id, read.id), eq(claims.version, read.version))),
  );
}

/** Hands the claims that nobody answered to an admin, if all of them still wait. */
export function escalateClaims(ctx: Context, ids: readonly string[]): Statement[] {
  return guarded(
    sql`UPDATE claims SET state = 'contested', version = version + 1, updated_at = ${ctx.now()}
      WHERE state = 'open' AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    ids.length,
  );
}
