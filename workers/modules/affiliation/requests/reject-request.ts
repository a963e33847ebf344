import type { AffiliationRequest, RejectRequest } from "../../../../schemas/requests.ts";
import { actingAs } from "../../../core/actor.ts";
import type { Context } from "../../../platform/context.ts";
import { moveRequest } from "./move-request.ts";

/**
 * The merchant declines, with a reason that the influencer reads.
 * @throws NotFound `request.not_found` @throws Conflict `request.already_decided`
 */
export async function rejectRequest(ctx: Context, id: string, { reason }: RejectRequest): Promise<AffiliationRequest> {
  actingAs(ctx, "merchant");
  return moveRequest(ctx, id, {
    state: "rejected",
    decidedBy: "merchant",
    reason,
    outcome: { kind: "request.rejected", reason },
  });
}
