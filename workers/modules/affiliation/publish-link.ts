import type { LinksDue } from "../../../schemas/events.ts";
import { type LinkEntryRow, linkEntryOf, linkKey } from "../../core/link-entry.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { listOpenWorkIds } from "../outbox/queries.ts";
import { outboxDone } from "../outbox/statements.ts";
import { listLinksOfProducts } from "./queries.ts";

const TRIES = 3;
const LINKS_PER_STEP = 100;
const WRITES_AT_ONCE = 6;
// KV takes 1,000 operations of an invocation, and a batch of the queue is two messages.
const LINKS_PER_MESSAGE = 300;
// Ids of 30 letters: a message stays far below 128 KB.
const WORK_MAX = 1_000;

interface ChangedLink {
  readonly id: string;
  readonly slug: string;
}
type Entries = ReadonlyMap<string, string>;

/**
 * Writes what the redirect reads of the links through to KV, and ends their `link.changed` work. Two changes at once may write
 * in the wrong order, so the entries are read again after the write and written again where they are others. All of an entry
 * is compared: a product that pauses or an influencer who is suspended does not raise the link's version.
 */
export async function publishLinks(ctx: Context, links: readonly ChangedLink[]): Promise<void> {
  for (let start = 0; start < links.length; start += LINKS_PER_STEP)
    await publishStep(ctx, links.slice(start, start + LINKS_PER_STEP));
}

/** Publishes one link. */
export const publishLink = (ctx: Context, linkId: string, slug: string): Promise<void> =>
  publishLinks(ctx, [{ id: linkId, slug }]);

/**
 * Publishes all links of products that have changed, and ends their `product.changed` work: some hundreds now, the others as
 * the next message says. Only work that was open before the first of them ends with the last.
 */
export async function publishLinksOfProducts(
  ctx: Context,
  productIds: LinksDue["productIds"],
  rest?: LinksDue["rest"],
): Promise<void> {
  const workIds = rest?.workIds ?? (await listOpenWorkIds(ctx, "product.changed", productIds)).slice(0, WORK_MAX);
  const links = await listLinksOfProducts(ctx, productIds, { after: rest?.after ?? 0, limit: LINKS_PER_MESSAGE });
  await publishLinks(ctx, links);
  const last = links[LINKS_PER_MESSAGE - 1];
  if (last) ctx.nudge({ kind: "links.due", productIds, rest: { after: last.number, workIds } });
  else await commit(ctx, outboxDone(ctx, workIds));
}

/** Publishes after a change was committed. A refusal of KV leaves the outbox rows, and the cron tries again. */
export async function publishChangedLinks(ctx: Context, links: readonly ChangedLink[]): Promise<void> {
  try {
    await publishLinks(ctx, links);
  } catch (failure) {
    const linkId = links[0]?.id ?? null;
    ctx.log("error", "links could not be published", { linkId, count: links.length, error: String(failure) });
  }
}

/** Publishes one link after its change was committed. */
export const publishChangedLink = (ctx: Context, linkId: string, slug: string): Promise<void> =>
  publishChangedLinks(ctx, [{ id: linkId, slug }]);

async function publishStep(ctx: Context, links: readonly ChangedLink[]): Promise<void> {
  const linkIds = links.map(({ id }) => id);
  const openIds = await listOpenWorkIds(ctx, "link.changed", linkIds);
  let entries = await readEntries(ctx, links);
  let unwritten = links;
  for (let left = TRIES; left > 0 && unwritten.length > 0; left--) {
    await writeEntries(ctx, unwritten, entries);
    const after = await readEntries(ctx, unwritten);
    unwritten = unwritten.filter(({ slug }) => after.get(slug) !== entries.get(slug));
    entries = after;
  }
  await commit(ctx, outboxDone(ctx, openIds));
}

async function writeEntries(ctx: Context, links: readonly ChangedLink[], entries: Entries): Promise<void> {
  for (let start = 0; start < links.length; start += WRITES_AT_ONCE) {
    await Promise.all(
      links.slice(start, start + WRITES_AT_ONCE).map(({ slug }) => {
        const entry = entries.get(slug);
        return entry ? ctx.linksKv.put(linkKey(slug), entry) : ctx.linksKv.delete(linkKey(slug));
      }),
    );
  }
}

async function readEntries(ctx: Context, links: readonly ChangedLink[]): Promise<Entries> {
  const { results } = await ctx.db.d1
    .prepare("SELECT * FROM link_entries WHERE slug IN (SELECT value FROM json_each(?1))")
    .bind(JSON.stringify(links.map(({ slug }) => slug)))
    .all<LinkEntryRow>();
  return new Map(results.map((row) => [row.slug, JSON.stringify(linkEntryOf(row))]));
}
