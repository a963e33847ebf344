/** A storefront shows products and links: what changes any of them ends it. */
export const KEPT_STOREFRONT = { ttlSeconds: 60, tags: ["storefronts", "products"] } as const;

/** One storefront is kept once, however its handle is written. */
export const storefrontKey = (handle: string) => `storefront:${handle.toLowerCase()}`;
