import { DAY_MS } from "../../workers/core/calendar.ts";
import { commit, type Statement } from "../../workers/db/commit.ts";
import { insertRow } from "../../workers/db/insert-row.ts";
import { categories, merchantHosts, products } from "../../workers/modules/catalogue/tables.ts";
import type { Context } from "../../workers/platform/context.ts";
import { type Cast, known } from "./cast.ts";
import { MERCHANTS, type SeedMerchant } from "./data-people.ts";
import { PRODUCTS, type SeedProduct } from "./data-products.ts";
import { CITIES } from "./data-traffic.ts";
import type { Stage } from "./stage.ts";

export const OPENED_DAYS = 55;

/** Verified hosts and products; those that have ended are still open here, for their links to be made. */
export async function stockCatalogue(stage: Stage, { merchants }: Cast): Promise<ReadonlyMap<string, string>> {
  const ctx = stage.system(stage.nowMs - OPENED_DAYS * DAY_MS);
  const statements: Statement[] = [];
  const rows = await ctx.db.orm.select().from(categories);
  const categoryIds = new Map(rows.map(({ id, key }) => [key ?? "", id]));
  for (const merchant of MERCHANTS) statements.push(hostRow(ctx, known(merchants, merchant.key).id, merchant));
  const productIds = new Map(PRODUCTS.map(({ key }) => [key, ctx.newId("prd")]));
  for (const product of PRODUCTS) {
    const ids = {
      id: known(productIds, product.key),
      merchantId: known(merchants, product.merchant).id,
      categoryId: known(categoryIds, product.category),
    };
    statements.push(productRow(ctx, ids, product));
  }
  await commit(ctx, statements);
  return productIds;
}

function hostRow(ctx: Context, merchantId: string, { host }: SeedMerchant): Statement {
  const [verifiedAt, createdAt] = [ctx.now(), ctx.now()];
  return insertRow(merchantHosts, { id: ctx.newId("hst"), merchantId, host, verifiedAt, createdAt });
}

interface ProductIds {
  readonly id: string;
  readonly merchantId: string;
  readonly categoryId: string;
}

function productRow(ctx: Context, ids: ProductIds, product: SeedProduct): Statement {
  const host = MERCHANTS.find(({ key }) => key === product.merchant)?.host;
  if (!host) throw new Error(`no host for ${product.key}`);
  return insertRow(products, {
    ...ids,
    kind: product.kind ?? "product",
    titleFr: product.fr,
    titleAr: product.ar,
    titleEn: product.en ?? null,
    descriptionFr: product.about[0],
    descriptionAr: product.about[1],
    priceMinor: product.priceMinor,
    commissionType: product.flatMinor === undefined ? "rate" : "flat",
    commissionRateBps: product.rateBps ?? null,
    commissionAmountMinor: product.flatMinor ?? null,
    cities: CITIES,
    reference: product.key.toUpperCase(),
    landingUrl: `https://${host}/${product.key}`,
    holdDays: product.holdDays ?? null,
    attributionDays: product.attributionDays ?? 30,
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
  });
}
