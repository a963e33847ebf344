import type { DecideKyc, KycDecision } from "../../../schemas/admin.ts";
import { actingAdmin } from "../../core/actor.ts";
import { Conflict } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { getUser } from "../users/queries.ts";
import { findKycSubmission } from "./queries.ts";
import { kycSubmissions } from "./tables.ts";

/**
 * Sets a user's identity state by hand, with a reason: the admin's override of the review. Each decision is a row of its own.
 * @throws Forbidden `admin.scope_missing` without `compliance` @throws NotFound `user.not_found` @throws Conflict `user.wrong_role`
 */
export async function decideKyc(ctx: Context, userId: string, input: DecideKyc): Promise<KycDecision> {
  const admin = actingAdmin(ctx, "compliance");
  const user = await getUser(ctx, userId);
  if (user.role === "admin") throw new Conflict("user.wrong_role");
  const before = await findKycSubmission(ctx, userId);
  const now = ctx.now();
  const row = {
    id: ctx.newId("kyc"),
    userId,
    state: input.decision,
    reason: input.reason,
    submittedAt: before?.submittedAt ?? null,
    decidedAt: now,
    decidedBy: admin.id,
    expiresAt: input.expiresAt === undefined ? null : Date.parse(input.expiresAt),
    createdAt: now,
  };
  const expiresAt = row.expiresAt === null ? null : new Date(row.expiresAt).toISOString();
  const answer = { userId, state: row.state, reason: row.reason, decidedAt: new Date(now).toISOString(), expiresAt };
  await commit(
    ctx,
    [
      insertRow(kycSubmissions, row),
      happened(ctx, "kyc.decided", userId, { state: row.state }),
      audit(ctx, "kyc.decided", userId, { from: before?.state ?? "none", to: row.state, reason: input.reason }),
    ],
    { status: 200, body: answer },
  );
  return answer;
}
