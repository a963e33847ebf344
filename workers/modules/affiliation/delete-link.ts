import { actingAs } from "../../core/actor.ts";
import { commit, retryLostRace } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { publishChangedLink } from "./publish-link.ts";
import { getLink } from "./queries.ts";
import { changeLink, endCouponsOfLink } from "./statements.ts";

/**
 * Ends the influencer's own link and its codes for good. Orders that came by it stay, and so does its slug: nobody gets it
 * again. A click made before carries an order as after a pause. @throws NotFound `link.not_found`
 */
export async function deleteLink(ctx: Context, linkId: string): Promise<void> {
  actingAs(ctx, "influencer");
  const link = await retryLostRace(async () => {
    const read = await getLink(ctx, linkId);
    const now = ctx.now();
    const stopped = read.state === "active" ? { state: "paused" as const, pausedAt: now } : {};
    await commit(ctx, [
      ...changeLink(ctx, read, { ...stopped, deletedAt: now }),
      endCouponsOfLink(ctx, read.id),
      happened(ctx, "link.deleted", read.id),
      happened(ctx, "link.changed", read.id, { slug: read.slug }),
      audit(ctx, "link.deleted", read.id, { slug: read.slug }),
    ]);
    return read;
  });
  await publishChangedLink(ctx, link.id, link.slug);
}
