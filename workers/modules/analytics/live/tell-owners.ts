import type { ClicksRecorded } from "../../../../schemas/events.ts";
import type { Context } from "../../../platform/context.ts";
import { joinBatches } from "../rules.ts";
import { clickNews, countLinkClicks, type FedNews, type ToldNews } from "./rules.ts";
import { recallParties, recallWatchers } from "./watchers.ts";

/** Tells the watching influencers and merchants of clicks just recorded. What fails is logged and lost: it is counted already. */
export async function tellClicks(ctx: Context, recorded: readonly ClicksRecorded[]): Promise<void> {
  try {
    if (recorded.length === 0) return;
    const watchers = await recallWatchers(ctx);
    if (watchers.size === 0) return;
    const clicks = countLinkClicks(joinBatches(recorded));
    const parties = await recallParties(
      ctx,
      clicks.map(({ number }) => number),
    );
    await tellOwners(ctx, clickNews(clicks, parties, watchers));
  } catch (failure) {
    ctx.log("warn", "live clicks could not be told", { error: String(failure) });
  }
}

/** Gives each owner's feed its news, in order; a feed that cannot be reached loses them and nobody else does. */
export async function tellOwners(ctx: Context, told: readonly ToldNews[]): Promise<void> {
  const newsOf = new Map<string, FedNews[]>();
  for (const { ownerId, news } of told) {
    const list = newsOf.get(ownerId) ?? [];
    list.push(news);
    newsOf.set(ownerId, list);
  }
  await Promise.all(
    [...newsOf].map(async ([ownerId, news]) => {
      try {
        await ctx.liveFeeds.getByName(ownerId).tell(news);
      } catch (failure) {
        ctx.log("warn", "a live feed could not be told", { ownerId, error: String(failure) });
      }
    }),
  );
}
