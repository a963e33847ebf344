import { PLAN_TERMS } from "../../../../schemas/plans.ts";
import type { OwnProductPage, OwnProductQuery } from "../../../../schemas/products.ts";
import { actingAs } from "../../../core/actor.ts";
import type { Context } from "../../../platform/context.ts";
import { findSubscription } from "../../billing/queries.ts";
import { productObjects } from "../product-object.ts";
import { getProductQuota, listOwnProducts } from "../queries.ts";

/** One page of the acting merchant's own products, newest first, and how many the plan allows. */
export async function ownProductPage(ctx: Context, query: OwnProductQuery): Promise<OwnProductPage> {
  const merchant = actingAs(ctx, "merchant");
  const [page, quota, subscription] = await Promise.all([
    listOwnProducts(ctx, query),
    getProductQuota(ctx, merchant.id),
    findSubscription(ctx, merchant.id),
  ]);
  const name = subscription?.plan ?? "FREE";
  return {
    data: await productObjects(ctx, page.data),
    nextCursor: page.nextCursor,
    plan: { name, feeBps: PLAN_TERMS[name].feeBps, ...quota },
  };
}
