import { listCategories } from "./queries.ts";

/** The categories, asked for by every visitor of the catalogue: kept for five minutes, ended by their tag. */
export const KEPT_CATEGORIES = {
  key: "categories:all",
  ttlSeconds: 300,
  tags: ["categories"],
  load: listCategories,
} as const;

/** Everything the marketplace shows carries this tag: whatever changes a product or a merchant ends it. */
const MARKET_TAGS = ["products"] as const;

/** A page of the marketplace, a product, a merchant: a minute. */
export const KEPT_MARKET = { ttlSeconds: 60, tags: MARKET_TAGS } as const;

/** The products of a search in their order: kept for who goes through its pages, whatever changes meanwhile. */
export const KEPT_RANKS = { ttlSeconds: 1_800, tags: [] } as const;
