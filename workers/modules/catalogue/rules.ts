import type { FieldError } from "../../../schemas/problem.ts";
import type { CreateProduct, UpdateProduct } from "../../../schemas/products.ts";
import { shareOf } from "../../core/money.ts";
import { isInsideHosts } from "../../core/web-hosts.ts";
import type { ProductRow } from "./tables.ts";

// An amount is at most half of the price, as a rate is at most 5000 bps.
const SHARE_MAX = 2;

type Written = CreateProduct | UpdateProduct;
type Commission = Pick<ProductRow, "commissionType" | "commissionRateBps" | "commissionAmountMinor">;

/** What one sale at the price pays the influencer, in centimes; the rate rounded half up (money.md 3). */
export function perSaleMinor(product: Commission & Pick<ProductRow, "priceMinor">): number {
  if (product.commissionType === "flat") return product.commissionAmountMinor ?? 0;
  return shareOf(product.priceMinor, product.commissionRateBps ?? 0);
}

/** The columns that an input writes; what it does not name is absent. */
export function productColumns(input: Written): Partial<ProductRow> {
  const { title, description, commission } = input;
  return {
    ...(input.kind !== undefined && { kind: input.kind }),
    ...(input.priceMinor !== undefined && { priceMinor: input.priceMinor }),
    ...(input.categoryId !== undefined && { categoryId: input.categoryId }),
    ...(input.cities !== undefined && { cities: input.cities }),
    ...(input.landingUrl !== undefined && { landingUrl: input.landingUrl }),
    ...(input.reference !== undefined && { reference: input.reference }),
    ...(input.inStock !== undefined && { inStock: input.inStock }),
    ...(input.holdDays !== undefined && { holdDays: input.holdDays }),
    ...(input.attributionDays !== undefined && { attributionDays: input.attributionDays }),
    ...(title && { titleFr: title.fr, titleEn: title.en || null, titleAr: title.ar || null }),
    ...(description && {
      descriptionFr: description.fr,
      descriptionEn: description.en || null,
      descriptionAr: description.ar || null,
    }),
    ...(commission && {
      commissionType: commission.type,
      commissionRateBps: commission.type === "rate" ? (commission.rateBps ?? 0) : null,
      commissionAmountMinor: commission.type === "flat" ? (commission.amountMinor ?? 0) : null,
    }),
  };
}

/** When the product's state began to keep its links from leading on; null while it is active. */
export function endedAtOn(before: Pick<ProductRow, "state" | "endedAt">, state: ProductRow["state"], nowMs: number) {
  if (state === "active") return null;
  return before.state === "active" ? nowMs : before.endedAt;
}

/** Everything that the columns together, the category and the merchant's hosts say against the product. */
export function faultsOfProduct(
  row: Commission & Pick<ProductRow, "priceMinor" | "landingUrl">,
  known: { readonly hasCategory: boolean; readonly hosts: readonly string[] },
): FieldError[] {
  const faults: FieldError[] = [];
  if (!known.hasCategory) faults.push({ path: "categoryId", message: "category.unknown" });
  if (!isInsideHosts(row.landingUrl, known.hosts))
    faults.push({ path: "landingUrl", message: "product.landing_outside_hosts" });
  if (row.commissionType === "flat" && (row.commissionAmountMinor ?? 0) * SHARE_MAX > row.priceMinor)
    faults.push({ path: "commission.amountMinor", message: "commission.above_price" });
  return faults;
}
