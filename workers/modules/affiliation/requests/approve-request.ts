import type { AffiliationRequest, ApproveRequest } from "../../../../schemas/requests.ts";
import { actingAs } from "../../../core/actor.ts";
import { Conflict } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { moveRequest } from "./move-request.ts";

/**
 * The merchant lets the influencer promote the product, at the product's rate or another.
 * @throws NotFound `request.not_found` @throws Conflict `request.already_decided`, `product.archived`
 */
export async function approveRequest(ctx: Context, id: string, input: ApproveRequest): Promise<AffiliationRequest> {
  actingAs(ctx, "merchant");
  const rateBps = input.rateBps ?? null;
  return moveRequest(ctx, id, {
    state: "approved",
    decidedBy: "merchant",
    rateBps,
    outcome: { kind: "request.approved", rateBps },
    check: ({ productState }) => {
      if (productState === "archived") throw new Conflict("product.archived");
    },
  });
}
