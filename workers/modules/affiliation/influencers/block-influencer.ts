import { sql } from "drizzle-orm";
import type { BlockInfluencer, InfluencerCard } from "../../../../schemas/requests.ts";
import { actingAs } from "../../../core/actor.ts";
import { commit, guarded, retryLostRace, type Statement } from "../../../db/commit.ts";
import { insertRow } from "../../../db/insert-row.ts";
import type { Context } from "../../../platform/context.ts";
import { audit, auditEach } from "../../audit/statements.ts";
import { queueMail } from "../../mail/statements.ts";
import { happened, happenedToEach } from "../../outbox/statements.ts";
import { getMe, getUser } from "../../users/queries.ts";
import { notify } from "../../users/statements.ts";
import { publishLinksOf } from "../requests/move-request.ts";
import { listLinksOfRequests, listOpenRequests } from "../requests/queries.ts";
import { cancelOpenRequests } from "../requests/statements.ts";
import { influencerBlocks } from "../tables.ts";
import { getInfluencerCard } from "./influencer-card.ts";

/**
 * Blocks the influencer or lifts the block. Blocking ends what is open between the two, requests and affiliations, and takes
 * the links off the redirect; lifting it brings nothing back. The second call changes nothing.
 * @throws NotFound `user.not_found`
 */
export async function blockInfluencer(
  ctx: Context,
  influencerId: string,
  input: BlockInfluencer,
): Promise<InfluencerCard> {
  actingAs(ctx, "merchant");
  const { card, endedIds } = await retryLostRace(() => attempt(ctx, influencerId, input));
  if (endedIds.length > 0) ctx.defer(() => publishLinksOf(ctx, endedIds));
  return card;
}

async function attempt(ctx: Context, influencerId: string, { blocked, reason }: BlockInfluencer) {
  const merchant = actingAs(ctx, "merchant");
  const before = await getInfluencerCard(ctx, influencerId);
  const card = { ...before, blocked };
  const open = blocked && !before.blocked ? await listOpenRequests(ctx, merchant.id, influencerId) : [];
  const endedIds = open.map(({ id }) => id);
  const statements =
    before.blocked === blocked
      ? []
      : blocked
        ? await blockStatements(ctx, influencerId, reason, endedIds)
        : unblockStatements(ctx, merchant.id, influencerId);
  await commit(ctx, statements, { status: 200, body: card });
  return { card, endedIds };
}

async function blockStatements(
  ctx: Context,
  influencerId: string,
  reason: string,
  endedIds: readonly string[],
): Promise<Statement[]> {
  const [merchant, influencer] = await Promise.all([getMe(ctx), getUser(ctx, influencerId)]);
  const links = await listLinksOfRequests(ctx, endedIds);
  const linkIds = links.map(({ id }) => id);
  const values = { name: influencer.displayName, merchant: merchant.displayName };
  return [
    insertRow(influencerBlocks, { merchantId: merchant.id, influencerId, reason, createdAt: ctx.now() }),
    ...cancelOpenRequests(ctx, merchant.id, influencerId, endedIds.length),
    ...happenedToEach(ctx, "request.cancelled", endedIds),
    ...auditEach(ctx, "request.cancelled", endedIds),
    ...happenedToEach(ctx, "link.changed", linkIds),
    happened(ctx, "influencer.blocked", influencerId, { merchantId: merchant.id }),
    audit(ctx, "influencer.blocked", influencerId, { ended: endedIds.length }),
    notify(ctx, influencerId, "influencer.blocked", { name: merchant.displayName }),
    await queueMail(ctx, {
      to: influencer.email,
      userId: influencer.id,
      locale: influencer.locale,
      template: "influencer_blocked",
      values,
    }),
  ];
}

function unblockStatements(ctx: Context, merchantId: string, influencerId: string): Statement[] {
  return [
    ...guarded(
      sql`DELETE FROM influencer_blocks WHERE merchant_id = ${merchantId} AND influencer_id = ${influencerId}`,
    ),
    happened(ctx, "influencer.unblocked", influencerId, { merchantId }),
    audit(ctx, "influencer.unblocked", influencerId),
  ];
}
