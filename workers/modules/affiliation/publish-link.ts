import { LINK_ENTRY_QUERY, type LinkEntryRow, linkEntryOf, linkKey } from "../../core/link-entry.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { listOpenWorkIds } from "../outbox/queries.ts";
import { outboxDone } from "../outbox/statements.ts";

const TRIES = 3;

/**
 * Writes what the redirect reads of a link through to KV, and ends the `link.changed` work. Two changes at once may write
 * in the wrong order, so the entry is read again after the write and written again if it is another. All of it is compared:
 * a product that pauses or an influencer who is suspended does not raise the link's version.
 */
export async function publishLink(ctx: Context, linkId: string, slug: string): Promise<void> {
  const openIds = await listOpenWorkIds(ctx, "link.changed", linkId);
  let entry = await readEntry(ctx, slug);
  for (let left = TRIES; left > 0; left--) {
    if (entry) await ctx.linksKv.put(linkKey(slug), entry);
    else await ctx.linksKv.delete(linkKey(slug));
    const after = await readEntry(ctx, slug);
    if (after === entry) break;
    entry = after;
  }
  await commit(ctx, outboxDone(ctx, openIds));
}

async function readEntry(ctx: Context, slug: string): Promise<string | undefined> {
  const row = await ctx.db.d1.prepare(LINK_ENTRY_QUERY).bind(slug).first<LinkEntryRow>();
  return row ? JSON.stringify(linkEntryOf(row)) : undefined;
}

/** Publishes after a change was committed. A refusal of KV leaves the outbox row, and the cron tries again. */
export async function publishChangedLink(ctx: Context, linkId: string, slug: string): Promise<void> {
  try {
    await publishLink(ctx, linkId, slug);
  } catch (failure) {
    ctx.log("error", "a link could not be published", { linkId, error: String(failure) });
  }
}
