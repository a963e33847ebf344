import { eq } from "drizzle-orm";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { commit } from "../../workers/db/commit.ts";
import { insertRow } from "../../workers/db/insert-row.ts";
import { createCoupon } from "../../workers/modules/affiliation/coupons/create-coupon.ts";
import { createLink } from "../../workers/modules/affiliation/create-link.ts";
import { EXPIRES_AFTER_MS } from "../../workers/modules/affiliation/requests/rules.ts";
import { affiliateLinks, affiliateRequests } from "../../workers/modules/affiliation/tables.ts";
import { type Cast, known } from "./cast.ts";
import { OPENED_DAYS } from "./catalogue.ts";
import { COUPONS, LINKS, OTHER_REQUESTS, type SeedCoupon, type SeedLink } from "./data-links.ts";
import { INFLUENCERS } from "./data-people.ts";
import { PRODUCTS, type SeedProduct } from "./data-products.ts";
import type { Stage } from "./stage.ts";

export const PRODUCT_ENDED_DAYS = 4;
export const SUSPENDED_DAYS = 9;
const PAUSED_DAYS = 3;
const EXPIRED_DAYS = 5;
const CODE_ENDED_DAYS = 12;

export interface PlayedCoupon {
  readonly code: string;
  readonly endsAt: number | null;
}

export interface PlayedLink {
  readonly seed: SeedLink;
  readonly id: string;
  readonly number: number;
  readonly product: SeedProduct;
  readonly productId: string;
  readonly merchantId: string;
  readonly influencerId: string;
  readonly isSuspended: boolean;
  /** When the redirect stops sending people on, whatever the reason; null while it does. */
  readonly endedAt: number | null;
  readonly coupon: PlayedCoupon | null;
}

/** Requests in every state, a link for each approved one, and codes. */
export async function openLinks(
  stage: Stage,
  cast: Cast,
  productIds: ReadonlyMap<string, string>,
): Promise<readonly PlayedLink[]> {
  await fileRequests(stage, cast, productIds);
  const links: PlayedLink[] = [];
  for (const seed of LINKS) links.push(await openLink(stage, cast, productIds, seed));
  for (const link of links) await addCoupon(stage, link);
  return links;
}

const DECIDERS = {
  pending: null,
  approved: "merchant",
  rejected: "merchant",
  cancelled: "influencer",
  expired: "time",
} as const;

async function fileRequests(stage: Stage, cast: Cast, productIds: ReadonlyMap<string, string>): Promise<void> {
  const approved = LINKS.map(({ influencer, product, requestRateBps }) => ({
    influencer,
    product,
    state: "approved" as const,
    rateBps: requestRateBps ?? null,
    message: INFLUENCERS.find(({ key }) => key === influencer)?.pitch ?? "",
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
  const rows = [...approved, ...others].map(({ influencer, product, ...request }, index) => {
    const isOpen = request.state === "pending";
    const ctx = stage.system(stage.nowMs - (isOpen ? 1 + (index % 2) : OPENED_DAYS - 3) * DAY_MS);
    return insertRow(affiliateRequests, {
      ...request,
      id: ctx.newId("req"),
      productId: known(productIds, product),
      influencerId: known(cast.influencers, influencer).id,
      createdAt: ctx.now(),
      expiresAt: ctx.now() + EXPIRES_AFTER_MS,
      decidedAt: isOpen ? null : ctx.now() + (request.state === "expired" ? EXPIRES_AFTER_MS : DAY_MS),
      decidedBy: DECIDERS[request.state],
    });
  });
  await commit(stage.system(stage.nowMs), rows);
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
  const isSuspended = INFLUENCERS.some(({ key, isSuspended }) => key === seed.influencer && isSuspended);
  const endedDays = endedDaysOf(seed, product, isSuspended);
  const endedAt = endedDays === null ? null : stage.nowMs - endedDays * DAY_MS;
  const ctx = stage.user("influencer", influencerId, stage.nowMs - (OPENED_DAYS - 6) * DAY_MS);
  const endsAt = seed.ends === "expired" && endedAt !== null ? { endsAt: new Date(endedAt).toISOString() } : {};
  const { id } = await createLink(ctx, { productId, slug: seed.slug, ...seed.more, ...endsAt });
  const [row] = await ctx.db.orm
    .select({ number: affiliateLinks.number })
    .from(affiliateLinks)
    .where(eq(affiliateLinks.id, id));
  if (!row) throw new Error(`the link ${seed.slug} was not made`);
  const merchantId = known(cast.merchants, product.merchant).id;
  const code = COUPONS.find(({ link }) => link === seed.slug);
  const coupon = code ? { code: code.code, endsAt: codeEnd(stage, code) } : null;
  return { seed, id, number: row.number, product, productId, merchantId, influencerId, isSuspended, endedAt, coupon };
}

function endedDaysOf(seed: SeedLink, product: SeedProduct, isSuspended: boolean): number | null {
  if (isSuspended) return SUSPENDED_DAYS;
  if (product.state) return PRODUCT_ENDED_DAYS;
  if (seed.ends === "paused") return PAUSED_DAYS;
  return seed.ends === "expired" ? EXPIRED_DAYS : null;
}

function codeEnd(stage: Stage, { hasEnded }: SeedCoupon): number | null {
  return hasEnded ? stage.nowMs - CODE_ENDED_DAYS * DAY_MS : null;
}

async function addCoupon(stage: Stage, { seed, id, merchantId, influencerId, coupon }: PlayedLink): Promise<void> {
  const rateBps = COUPONS.find(({ link }) => link === seed.slug)?.rateBps;
  if (!coupon) return;
  const atMs = stage.nowMs - (OPENED_DAYS - 8) * DAY_MS;
  const ctx =
    rateBps === undefined ? stage.user("influencer", influencerId, atMs) : stage.user("merchant", merchantId, atMs);
  const endsAt = coupon.endsAt === null ? null : new Date(coupon.endsAt).toISOString();
  await createCoupon(ctx, id, { code: coupon.code, rateBps, endsAt });
}
