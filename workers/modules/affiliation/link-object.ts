import type { Coupon, Link } from "../../../schemas/links.ts";
import type { Context } from "../../platform/context.ts";
import { listClickTotals, listCoupons, listLinkResults } from "./queries.ts";
import { linkStateAt } from "./rules.ts";
import type { CouponRow, LinkRow } from "./tables.ts";

const iso = (instant: number) => new Date(instant).toISOString();
const isoOrNull = (instant: number | null) => (instant === null ? null : iso(instant));

export function couponObject(row: CouponRow): Coupon {
  const { id, linkId, code, rateBps } = row;
  return { id, linkId, code, rateBps, endsAt: isoOrNull(row.endsAt), createdAt: iso(row.createdAt) };
}

/** Where people share the link. */
export function linkUrl(ctx: Context, slug: string): string {
  return `${ctx.config.LINKS_URL}/${slug}`;
}

/** The links as the API shows them, with codes and numbers, in three reads whatever their count. */
export async function linkObjects(ctx: Context, rows: readonly LinkRow[]): Promise<Link[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [codes, results, clicks] = await Promise.all([
    listCoupons(ctx, ids),
    listLinkResults(ctx, ids),
    listClickTotals(
      ctx,
      rows.map(({ number }) => number),
    ),
  ]);
  return rows.map((row) => {
    const result = results.find(({ linkId }) => linkId === row.id);
    const click = clicks.find(({ linkNumber }) => linkNumber === row.number);
    return {
      ...plainLink(ctx, row),
      coupons: codes.filter(({ linkId }) => linkId === row.id).map(({ code }) => ({ code })),
      stats: {
        clicks: click?.human ?? 0,
        scans: click?.scans ?? 0,
        botClicks: click?.bot ?? 0,
        previewClicks: click?.preview ?? 0,
        prefetchClicks: click?.prefetch ?? 0,
        uniqueVisitors: click?.visitors ?? 0,
        conversions: result?.conversions ?? 0,
        earnedMinor: result?.earnedMinor ?? 0,
      },
    };
  });
}

/** A link just made or changed, with what it has gathered so far. */
export async function linkObject(ctx: Context, row: LinkRow): Promise<Link> {
  const [object] = await linkObjects(ctx, [row]);
  if (!object) throw new Error("a link that was read has an object");
  return object;
}

const NO_STATS: Link["stats"] = {
  clicks: 0,
  scans: 0,
  botClicks: 0,
  previewClicks: 0,
  prefetchClicks: 0,
  uniqueVisitors: 0,
  conversions: 0,
  earnedMinor: 0,
};

/** A link nobody can have clicked yet. */
export function newLinkObject(ctx: Context, row: Omit<LinkRow, "number">): Link {
  return { ...plainLink(ctx, row), coupons: [], stats: NO_STATS };
}

function plainLink(ctx: Context, row: Omit<LinkRow, "number">): Omit<Link, "coupons" | "stats"> {
  return {
    id: row.id,
    slug: row.slug,
    url: linkUrl(ctx, row.slug),
    productId: row.productId,
    requestId: row.requestId,
    title: row.title,
    folder: row.folder,
    tags: [...row.tags],
    targetUrl: row.targetUrl,
    state: linkStateAt(row, ctx.now()),
    rules: row.rules,
    utm: row.utm,
    sub: row.sub,
    startsAt: isoOrNull(row.startsAt),
    endsAt: isoOrNull(row.endsAt),
    clicksMax: row.clicksMax,
    createdAt: iso(row.createdAt),
  };
}
