import { desc, eq } from "drizzle-orm";
import type { KycState } from "../../../schemas/admin.ts";
import type { Context } from "../../platform/context.ts";
import { kycSubmissions } from "./tables.ts";

/** The user's newest submission, or undefined. */
export async function findKycSubmission(ctx: Context, userId: string) {
  const [row] = await ctx.db.orm
    .select()
    .from(kycSubmissions)
    .where(eq(kycSubmissions.userId, userId))
    .orderBy(desc(kycSubmissions.id))
    .limit(1);
  return row;
}

/** Where the user's identity check stands; an approval past its date is expired. */
export async function getKycState(ctx: Context, userId: string): Promise<KycState> {
  const submission = await findKycSubmission(ctx, userId);
  if (!submission) return "none";
  const hasLapsed =
    submission.state === "approved" && submission.expiresAt !== null && submission.expiresAt < ctx.now();
  return hasLapsed ? "expired" : submission.state;
}
