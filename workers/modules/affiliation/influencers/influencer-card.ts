import type { Page } from "../../../../schemas/page.ts";
import type { InfluencerCard, InfluencerQuery } from "../../../../schemas/requests.ts";
import { actingAs } from "../../../core/actor.ts";
import type { Context } from "../../../platform/context.ts";
import { type AccountNumbers, listAccountNumbers } from "../../social/queries.ts";
import { deliveryRateOf } from "../requests/rules.ts";
import { getInfluencerId, listInfluencerFacts, listInfluencerIds, listOrderResults } from "./queries.ts";

/** The influencers as the acting merchant sees them, in three reads whatever their count and in the order of the ids. */
export async function influencerCards(ctx: Context, influencerIds: readonly string[]): Promise<InfluencerCard[]> {
  if (influencerIds.length === 0) return [];
  const merchant = actingAs(ctx, "merchant");
  const [facts, accounts, results] = await Promise.all([
    listInfluencerFacts(ctx, influencerIds, merchant.id),
    listAccountNumbers(ctx, influencerIds),
    listOrderResults(ctx, influencerIds, merchant.id),
  ]);
  const factsById = new Map(facts.map((fact) => [fact.id, fact]));
  const resultsById = new Map(results.map((result) => [result.influencerId, result]));
  return influencerIds.flatMap((id) => {
    const fact = factsById.get(id);
    if (!fact) return [];
    const own = accounts.filter(({ userId }) => userId === id);
    const result = resultsById.get(id);
    return {
      id,
      displayName: fact.displayName,
      handle: fact.handle,
      kycApproved: fact.kycApproved === 1,
      followers: own.reduce((sum, { followers }) => sum + followers, 0),
      accounts: own.map(shownAccount),
      conversions: result?.conversions ?? 0,
      deliveryRateBps: deliveryRateOf(result?.delivered ?? 0, result?.failed ?? 0),
      conversionsWithYou: result?.withYou ?? 0,
      blocked: fact.blocked === 1,
      memberSince: new Date(fact.createdAt).toISOString(),
    };
  });
}

/** One influencer as the acting merchant sees them. */
export async function influencerCard(ctx: Context, influencerId: string): Promise<InfluencerCard> {
  const [card] = await influencerCards(ctx, [influencerId]);
  if (!card) throw new Error("an influencer that was read has a card");
  return card;
}

/** An active influencer as the acting merchant sees them. @throws NotFound `user.not_found` */
export async function getInfluencerCard(ctx: Context, influencerId: string): Promise<InfluencerCard> {
  actingAs(ctx, "merchant");
  return influencerCard(ctx, await getInfluencerId(ctx, influencerId));
}

/** A page of the influencers the merchant looks for. */
export async function listInfluencerCards(ctx: Context, query: InfluencerQuery): Promise<Page<InfluencerCard>> {
  actingAs(ctx, "merchant");
  const page = await listInfluencerIds(ctx, query);
  const ids = page.data.map(({ id }) => id);
  return { data: await influencerCards(ctx, ids), nextCursor: page.nextCursor };
}

/** A social account as partners see it. */
export function shownAccount({ id, provider, username, followers, engagementBps }: AccountNumbers) {
  return { id, provider, username, followers, engagementBps };
}
