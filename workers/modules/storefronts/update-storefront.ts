import type { OwnStorefront, UpdateStorefront } from "../../../schemas/storefronts.ts";
import { actingAs } from "../../core/actor.ts";
import { Conflict, Invalid } from "../../core/errors.ts";
import { commit, retryLostRace } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { getMe } from "../users/queries.ts";
import { getOwnStorefront } from "./own-storefront.ts";
import { findStorefront, listOwnLinkIds } from "./queries.ts";
import { changedStorefront, emptyStorefront, foreignPlaces } from "./rules.ts";
import { keepStorefront, replaceItems } from "./statements.ts";

/**
 * Changes what is sent of the acting influencer's storefront; `linkIds` are all it shows, in their order.
 * @throws Invalid `request.invalid` with `link.not_own` @throws Conflict `storefront.handle_missing`
 */
export async function updateStorefront(ctx: Context, input: UpdateStorefront): Promise<OwnStorefront> {
  actingAs(ctx, "influencer");
  await retryLostRace(() => attempt(ctx, input));
  return getOwnStorefront(ctx);
}

async function attempt(ctx: Context, input: UpdateStorefront): Promise<void> {
  const me = await getMe(ctx);
  const read = (await findStorefront(ctx, me.id)) ?? emptyStorefront(me.id, ctx.now());
  if (input.published && me.handle === null) throw new Conflict("storefront.handle_missing");
  const linkIds = input.linkIds && [...new Set(input.linkIds)];
  if (linkIds) await refuseForeignLinks(ctx, me.id, linkIds);
  await commit(ctx, [
    ...keepStorefront(ctx, changedStorefront(read, input, ctx.now())),
    ...(linkIds ? replaceItems(me.id, linkIds) : []),
    happened(ctx, "storefront.changed", me.id),
    audit(ctx, "storefront.changed", me.id, { changed: Object.keys(input).sort().join(",") }),
  ]);
}

async function refuseForeignLinks(ctx: Context, userId: string, linkIds: readonly string[]): Promise<void> {
  const foreign = foreignPlaces(linkIds, await listOwnLinkIds(ctx, userId, linkIds));
  if (foreign.length === 0) return;
  const faults = foreign.map((place) => ({ path: `linkIds.${place}`, message: "link.not_own" }));
  throw new Invalid("request.invalid", faults);
}
