import { forgetEvidence } from "../modules/tracking/claims/forget-evidence.ts";
import type { Context } from "../platform/context.ts";

/** Deletes the pictures and PDFs of claims that ended more than a year ago. */
export async function forgetClaimEvidence(ctx: Context): Promise<void> {
  const count = await forgetEvidence(ctx);
  if (count > 0) ctx.log("info", "evidence was forgotten", { count });
}
