import { DAY_MS } from "../../../core/calendar.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { auditEach } from "../../audit/statements.ts";
import { listOldEvidence } from "./queries.ts";
import { deleteEvidence } from "./statements.ts";

const KEPT_DAYS = 365;
const PIECES_PER_RUN = 500;

/** Deletes up to 500 pieces of claims that ended more than a year ago; says how many. What was said and decided stays. */
export async function forgetEvidence(ctx: Context): Promise<number> {
  const old = await listOldEvidence(ctx, ctx.now() - KEPT_DAYS * DAY_MS, PIECES_PER_RUN);
  if (old.length === 0) return 0;
  // The objects go first: a row without its object says "not found", an object without its row would lie there for ever.
  await ctx.files.delete(old.map(({ objectKey }) => objectKey));
  const claimIds = [...new Set(old.map(({ claimId }) => claimId))];
  await commit(ctx, [deleteEvidence(old.map(({ id }) => id)), ...auditEach(ctx, "claim.evidence_forgotten", claimIds)]);
  return old.length;
}
