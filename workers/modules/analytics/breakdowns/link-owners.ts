import { sql } from "drizzle-orm";
import type { Context } from "../../../platform/context.ts";
import type { ClickGroup } from "../rules.ts";

export type LinkOwner = [linkNumber: number, ownerId: string];

const KNOWN_MAX = 50_000;
// Links whose owners the clicks database has, as far as this isolate knows: owners never change.
const known = new Set<number>();

/** Merchant and influencer of those links among the clicks' that may be new to the clicks database. */
export function listNewOwners(ctx: Context, { events }: ClickGroup): Promise<LinkOwner[]> {
  const links = new Set<number>();
  for (const [linkNumber] of events) if (!known.has(linkNumber)) links.add(linkNumber);
  return listLinkOwners(ctx, [...links]);
}

/** Merchant and influencer of the links; nobody of a link that does not exist. */
export async function listLinkOwners(ctx: Context, linkNumbers: readonly number[]): Promise<LinkOwner[]> {
  if (linkNumbers.length === 0) return [];
  const rows = await ctx.db.orm.all<{ number: number; merchantId: string; influencerId: string }>(
    sql`SELECT number, merchant_id AS merchantId, influencer_id AS influencerId FROM affiliate_links
      WHERE number IN (SELECT value FROM json_each(${JSON.stringify(linkNumbers)}))`,
  );
  return rows.flatMap(({ number, merchantId, influencerId }): LinkOwner[] => [
    [number, merchantId],
    [number, influencerId],
  ]);
}

/** To be called once the owners are committed. */
export function rememberOwners(owners: readonly LinkOwner[]): void {
  if (known.size + owners.length > KNOWN_MAX) known.clear();
  for (const [linkNumber] of owners) known.add(linkNumber);
}
