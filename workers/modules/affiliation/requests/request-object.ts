import type { AffiliationRequest } from "../../../../schemas/requests.ts";
import { actingUser } from "../../../core/actor.ts";
import type { Context } from "../../../platform/context.ts";
import { imageUrl } from "../../catalogue/image-queries.ts";
import { type AccountNumbers, listAccountNumbers } from "../../social/queries.ts";
import { influencerCards, shownAccount } from "../influencers/influencer-card.ts";
import type { RequestRow } from "../tables.ts";
import { listRequestedProducts, type RequestedProduct } from "./queries.ts";
import { requestStateAt } from "./rules.ts";

const isoOrNull = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

/** The requests as the API shows them to the acting user, in a few reads whatever their count. */
export async function requestObjects(ctx: Context, rows: readonly RequestRow[]): Promise<AffiliationRequest[]> {
  if (rows.length === 0) return [];
  const influencerIds = [...new Set(rows.map(({ influencerId }) => influencerId))];
  const productIds = [...new Set(rows.map(({ productId }) => productId))];
  const [shown, accounts, cards] = await Promise.all([
    listRequestedProducts(ctx, productIds),
    listAccountNumbers(ctx, influencerIds),
    actingUser(ctx).role === "merchant" ? influencerCards(ctx, influencerIds) : [],
  ]);
  const [products, cardsById] = [
    new Map(shown.map((one) => [one.id, one])),
    new Map(cards.map((one) => [one.id, one])),
  ];
  return rows.map((row) => ({
    ...plainRequest(row, ctx.now()),
    product: productOf(ctx, row, products),
    influencer: cardsById.get(row.influencerId) ?? null,
    socialAccount: accountOf(row, accounts),
  }));
}

/** One request as the API shows it to the acting user. */
export async function requestObject(ctx: Context, row: RequestRow): Promise<AffiliationRequest> {
  const [object] = await requestObjects(ctx, [row]);
  if (!object) throw new Error("a request that was read has an object");
  return object;
}

function plainRequest(
  row: RequestRow,
  nowMs: number,
): Omit<AffiliationRequest, "product" | "influencer" | "socialAccount"> {
  const { id, productId, influencerId, message, reason, rateBps, decidedBy } = row;
  return {
    id,
    productId,
    influencerId,
    message,
    state: requestStateAt(row, nowMs),
    reason,
    rateBps,
    createdAt: new Date(row.createdAt).toISOString(),
    expiresAt: isoOrNull(row.expiresAt),
    decidedAt: isoOrNull(row.decidedAt),
    decidedBy,
  };
}

function productOf(
  ctx: Context,
  row: RequestRow,
  products: ReadonlyMap<string, RequestedProduct>,
): AffiliationRequest["product"] {
  const product = products.get(row.productId);
  if (!product) throw new Error("a request names a product");
  const { titleFr: fr, titleEn: en, titleAr: ar, merchantName, imageKey, state } = product;
  return { title: { fr, en, ar }, merchantName, imageUrl: imageKey === null ? null : imageUrl(ctx, imageKey), state };
}

function accountOf(row: RequestRow, accounts: readonly AccountNumbers[]) {
  const account = accounts.find(({ id }) => id === row.socialAccountId);
  return account ? shownAccount(account) : null;
}
