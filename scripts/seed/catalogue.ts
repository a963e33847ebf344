import { sql } from "drizzle-orm";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { commit, type Statement } from "../../workers/db/commit.ts";
import { insertRow } from "../../workers/db/insert-row.ts";
import { createCoupon } from "../../workers/modules/affiliation/create-coupon.ts";
import { createLink } from "../../workers/modules/affiliation/create-link.ts";
import { publishLink } from "../../workers/modules/affiliation/publish-link.ts";
import { affiliateLinks, affiliateRequests } from "../../workers/modules/affiliation/tables.ts";
import { updateLink } from "../../workers/modules/affiliation/update-link.ts";
import { categories, merchantHosts, products } from "../../workers/modules/catalogue/tables.ts";
import type { Cast } from "./cast.ts";
import { CATEGORIES } from "./data-categories.ts";
import { CITIES, COUPONS, LINKS, OTHER_REQUESTS, type SeedLink } from "./data-links.ts";
import { MERCHANTS } from "./data-people.ts";
import { PRODUCTS, type SeedProduct } from "./data-products.ts";
import type { Stage } from "./stage.ts";

const OPENED_DAYS = 55;

export interface PlayedLink {
  readonly seed: SeedLink;
  readonly id: string;
  readonly number: number;
  readonly product: SeedProduct;
  readonly productId: string;
  readonly merchantId: string;
  readonly influencerId: string;
}

/** The account of a key in the story. */
export function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`the story names ${key}, who is not in it`);
  return found;
}

/** Categories, verified hosts and products; those that have ended are still open here, for their links to be made. */
export async function stockCatalogue(stage: Stage, { merchants }: Cast): Promise<Map<string, string>> {
  const ctx = stage.system(stage.nowMs - OPENED_DAYS * DAY_MS);
  const now = ctx.now();
  const statements: Statement[] = [];
  const categoryIds = new Map<string, string>();
  const addCategory = (
    key: string,
    parentId: string | null,
    [nameFr, nameEn, nameAr]: readonly [string, string, string],
    position: number,
  ) => {
    const id = ctx.newId("cat");
    categoryIds.set(key, id);
    statements.push(insertRow(categories, { id, parentId, nameFr, nameEn, nameAr, position }));
    return id;
  };
  for (const [position, { key, names, children }] of CATEGORIES.entries()) {
    const parentId = addCategory(key, null, names, position);
    for (const [index, [childKey, ...childNames]] of children.entries())
      addCategory(childKey, parentId, childNames, index);
  }
  for (const { key, host } of MERCHANTS) {
    const merchantId = known(merchants, key).id;
    statements.push(
      insertRow(merchantHosts, { id: ctx.newId("hst"), merchantId, host, verifiedAt: now, createdAt: now }),
    );
  }
  const productIds = new Map<string, string>();
  for (const product of PRODUCTS) {
    const id = ctx.newId("prd");
    productIds.set(product.key, id);
    statements.push(
      insertRow(
        products,
        productRow(product, id, known(merchants, product.merchant).id, known(categoryIds, product.category), now),
      ),
    );
  }
  await commit(ctx, statements);
  return productIds;
}

function productRow(product: SeedProduct, id: string, merchantId: string, categoryId: string, now: number) {
  const host = MERCHANTS.find(({ key }) => key === product.merchant)?.host ?? "";
  return {
    id,
    merchantId,
    kind: product.kind ?? ("product" as const),
    titleFr: product.fr,
    titleAr: product.ar,
    titleEn: product.en ?? null,
    descriptionFr: product.about[0],
    descriptionAr: product.about[1],
    priceMinor: product.priceMinor,
    commissionType: product.flatMinor === undefined ? ("rate" as const) : ("flat" as const),
    commissionRateBps: product.rateBps ?? null,
    commissionAmountMinor: product.flatMinor ?? null,
    categoryId,
    cities: CITIES.map(([city]) => city),
    landingUrl: `https://${host}/${product.key}`,
    holdDays: product.holdDays ?? null,
    attributionDays: product.attributionDays ?? 30,
    createdAt: now,
    updatedAt: now,
  };
}

/** Requests in every state, a link for each approved one, codes; then what has ended ends. */
export async function openLinks(
  stage: Stage,
  cast: Cast,
  productIds: ReadonlyMap<string, string>,
): Promise<PlayedLink[]> {
  const askedAt = stage.nowMs - (OPENED_DAYS - 3) * DAY_MS;
  const ctx = stage.system(askedAt);
  const approved = LINKS.map(({ influencer, product, requestRateBps }) => ({
    influencer,
    product,
    state: "approved" as const,
    rateBps: requestRateBps ?? null,
    message: "",
    reason: null,
  }));
  const others = OTHER_REQUESTS.map(([influencer, product, state, message, reason]) => ({
    influencer,
    product,
    state,
    rateBps: null,
    message,
    reason,
  }));
  await commit(
    ctx,
    [...approved, ...others].map(({ influencer, product, ...request }) => {
      const decidedAt = request.state === "pending" ? null : ctx.now() + DAY_MS;
      const ids = {
        id: ctx.newId("req"),
        productId: known(productIds, product),
        influencerId: known(cast.influencers, influencer).id,
      };
      return insertRow(affiliateRequests, { ...request, ...ids, createdAt: ctx.now(), decidedAt });
    }),
  );
  const links: PlayedLink[] = [];
  for (const seed of LINKS) links.push(await openLink(stage, cast, productIds, seed));
  await addCoupons(stage, links);
  return links;
}

async function openLink(
  stage: Stage,
  cast: Cast,
  productIds: ReadonlyMap<string, string>,
  seed: SeedLink,
): Promise<PlayedLink> {
  const product = PRODUCTS.find(({ key }) => key === seed.product);
  if (!product) throw new Error(`no product ${seed.product}`);
  const productId = known(productIds, seed.product);
  const influencerId = known(cast.influencers, seed.influencer).id;
  const ctx = stage.user("influencer", influencerId, stage.nowMs - (OPENED_DAYS - 6) * DAY_MS);
  const endsAt = seed.ends === "expired" ? { endsAt: new Date(stage.nowMs - 5 * DAY_MS).toISOString() } : {};
  const { id } = await createLink(ctx, { productId, slug: seed.slug, ...seed.more, ...endsAt });
  const row = await ctx.db.orm.get<{ number: number }>(sql`SELECT number FROM ${affiliateLinks} WHERE id = ${id}`);
  if (!row) throw new Error(`the link ${seed.slug} was not made`);
  return {
    seed,
    id,
    number: row.number,
    product,
    productId,
    merchantId: known(cast.merchants, product.merchant).id,
    influencerId,
  };
}

async function addCoupons(stage: Stage, links: readonly PlayedLink[]): Promise<void> {
  for (const { link, code, rateBps, hasEnded } of COUPONS) {
    const target = links.find(({ seed }) => seed.slug === link);
    if (!target) throw new Error(`no link ${link} for the code ${code}`);
    const atMs = stage.nowMs - (OPENED_DAYS - 8) * DAY_MS;
    const ctx =
      rateBps === undefined
        ? stage.user("influencer", target.influencerId, atMs)
        : stage.user("merchant", target.merchantId, atMs);
    const endsAt = hasEnded ? new Date(stage.nowMs - 12 * DAY_MS).toISOString() : undefined;
    await createCoupon(ctx, target.id, { code, rateBps, endsAt });
  }
}

/** Pauses and archives what the story ends, a few days before its present, and tells the redirect. */
export async function endOffers(stage: Stage, links: readonly PlayedLink[]): Promise<void> {
  const ctx = stage.system(stage.nowMs - 4 * DAY_MS);
  const ended = PRODUCTS.filter(({ state }) => state !== undefined);
  await commit(
    ctx,
    ended.map(
      ({ fr, state }) =>
        sql`UPDATE products SET state = ${state}, ended_at = ${ctx.now()}, updated_at = ${ctx.now()} WHERE title_fr = ${fr}`,
    ),
  );
  for (const { seed, id, influencerId, product } of links) {
    if (seed.ends === "paused")
      await updateLink(stage.user("influencer", influencerId, ctx.now()), id, { state: "paused" });
    if (product.state !== undefined || seed.influencer === "hamza") await publishLink(ctx, id, seed.slug);
  }
}
