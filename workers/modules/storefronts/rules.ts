import type { UpdateStorefront } from "../../../schemas/storefronts.ts";
import type { StorefrontRow } from "./tables.ts";

/** The storefront of somebody who has not changed it yet. */
export function emptyStorefront(userId: string, nowMs: number): StorefrontRow {
  return {
    userId,
    theme: "paper",
    published: false,
    headlineFr: "",
    headlineEn: null,
    headlineAr: null,
    version: 0,
    updatedAt: nowMs,
  };
}

/** The storefront after the change; an emptied English or Arabic headline is none. */
export function changedStorefront(read: StorefrontRow, input: UpdateStorefront, nowMs: number): StorefrontRow {
  return {
    ...read,
    theme: input.theme ?? read.theme,
    published: input.published ?? read.published,
    ...(input.headline && {
      headlineFr: input.headline.fr,
      headlineEn: input.headline.en || null,
      headlineAr: input.headline.ar || null,
    }),
    version: read.version + 1,
    updatedAt: nowMs,
  };
}

/** The places of the list whose link is not among the own ones. */
export function foreignPlaces(linkIds: readonly string[], ownIds: readonly string[]): number[] {
  const own = new Set(ownIds);
  return linkIds.flatMap((id, place) => (own.has(id) ? [] : [place]));
}
