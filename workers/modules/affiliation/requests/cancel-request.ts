import type { AffiliationRequest } from "../../../../schemas/requests.ts";
import { actingAs } from "../../../core/actor.ts";
import type { Context } from "../../../platform/context.ts";
import { moveRequest } from "./move-request.ts";

/**
 * The influencer takes a waiting request back, or gives up an approved affiliation: its links and codes end.
 * @throws NotFound `request.not_found` @throws Conflict `request.already_decided`
 */
export async function cancelRequest(ctx: Context, id: string): Promise<AffiliationRequest> {
  actingAs(ctx, "influencer");
  return moveRequest(ctx, id, {
    state: "cancelled",
    decidedBy: "influencer",
    outcome: { kind: "request.cancelled" },
  });
}
