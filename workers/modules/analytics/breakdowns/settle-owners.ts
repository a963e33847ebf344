import { commitClicks } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { listLinkOwners } from "./link-owners.ts";
import { ownerStatements } from "./statements.ts";

const LINKS_PER_SET = 500;
const SETS_PER_RUN = 20;

/** Counts for their owners what links brought before owners had counters, each link once; whoever is cut off goes on. */
export async function settleOwners(ctx: Context): Promise<void> {
  for (let sets = 0; sets < SETS_PER_RUN; sets++) {
    const links = await listLinksWithoutOwner(ctx);
    if (links.length === 0) return;
    const settled = ctx.clicks
      .prepare("DELETE FROM links_without_owner WHERE link_number IN (SELECT value FROM json_each(?1))")
      .bind(JSON.stringify(links));
    await commitClicks(ctx, [...ownerStatements(ctx, await listLinkOwners(ctx, links)), settled]);
  }
}

async function listLinksWithoutOwner(ctx: Context): Promise<number[]> {
  const { results } = await ctx.clicks
    .prepare("SELECT link_number AS number FROM links_without_owner ORDER BY link_number LIMIT ?1")
    .bind(LINKS_PER_SET)
    .all<{ number: number }>();
  return results.map(({ number }) => number);
}
