import type { CreateProduct, Product } from "../../../../schemas/products.ts";
import { actingAs } from "../../../core/actor.ts";
import { Invalid } from "../../../core/errors.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { productObject } from "../product-object.ts";
import { hasCategory, listVerifiedHosts } from "../queries.ts";
import { faultsOfProduct, productColumns } from "../rules.ts";
import { indexProduct } from "../search-index.ts";
import { getSearchNames } from "../search-index-queries.ts";
import { insertProduct } from "../statements.ts";
import type { ProductRow } from "../tables.ts";

/**
 * Lists a product of the acting merchant, whose landing page is on a site the merchant has proven to own.
 * @throws Invalid `request.invalid` with every field at fault
 * @throws Conflict `product.quota_reached`, `product.reference_taken`
 */
export async function createProduct(ctx: Context, input: CreateProduct): Promise<Product> {
  const merchant = actingAs(ctx, "merchant");
  const row = draftProduct(ctx, merchant.id, input);
  const [isKnown, hosts] = await Promise.all([hasCategory(ctx, row.categoryId), listVerifiedHosts(ctx, merchant.id)]);
  const faults = faultsOfProduct(row, { hasCategory: isKnown, hosts });
  if (faults.length > 0) throw new Invalid("request.invalid", faults);
  const answer = await productObject(ctx, row);
  await commit(
    ctx,
    [
      insertProduct(row),
      ...indexProduct(row, await getSearchNames(ctx, row), ctx.now()),
      happened(ctx, "product.created", row.id),
      audit(ctx, "product.created", row.id, { state: row.state }),
    ],
    { status: 201, body: answer },
  );
  return answer;
}

/** The row of a product that does not exist yet. */
export function draftProduct(ctx: Context, merchantId: string, input: CreateProduct): ProductRow {
  const now = ctx.now();
  return {
    titleFr: input.title.fr,
    titleEn: null,
    titleAr: null,
    descriptionFr: "",
    descriptionEn: null,
    descriptionAr: null,
    commissionType: "rate",
    commissionRateBps: null,
    commissionAmountMinor: null,
    kind: input.kind,
    priceMinor: input.priceMinor,
    currency: input.currency,
    categoryId: input.categoryId,
    cities: input.cities,
    landingUrl: input.landingUrl,
    reference: input.reference,
    inStock: input.inStock,
    holdDays: input.holdDays,
    attributionDays: input.attributionDays,
    ...productColumns(input),
    id: ctx.newId("prd"),
    merchantId,
    state: input.state,
    endedAt: input.state === "active" ? null : now,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}
