import type { Context as HonoContext } from "hono";
import { NotFound } from "../../../core/errors.ts";
import { type AppTypes, newApp } from "../../../http/app.ts";
import { cached } from "../../../http/cache.ts";
import { openToAll } from "../../../http/open-to-all.ts";
import { countProductFiles, listMerchantPages, listProductPages, listStorefrontPages } from "./queries.ts";
import { robotsText, siteMap, siteMapIndex } from "./site-map.ts";

// Asked for by search engines: an hour old is young.
const KEPT_MAP = { ttlSeconds: 3_600, tags: [] } as const;
const HEADERS = { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" };

/** What search engines ask a site for. */
export const sitemapRoutes = newApp()
  .get("/robots.txt", openToAll, (c) =>
    c.text(robotsText(c.get("ctx").config.APP_URL), 200, { "Cache-Control": "public, max-age=3600" }),
  )
  .get("/sitemap.xml", openToAll, async (c) => {
    const ctx = c.get("ctx");
    const files = await cached(ctx, "site-map", KEPT_MAP, () => countProductFiles(ctx));
    const products = Array.from({ length: files }, (_, file) => `products-${file}.xml`);
    return c.body(siteMapIndex(ctx.config.APP_URL, ["pages.xml", "storefronts.xml", ...products]), 200, HEADERS);
  })
  .get("/sitemaps/:name", openToAll, async (c) => {
    const ctx = c.get("ctx");
    const pages = await cached(ctx, `site-map:${c.req.param("name")}`, KEPT_MAP, () => pagesOf(c, c.req.param("name")));
    return c.body(siteMap(ctx.config.APP_URL, pages), 200, HEADERS);
  });

async function pagesOf(c: HonoContext<AppTypes>, name: string) {
  const ctx = c.get("ctx");
  if (name === "pages.xml") {
    const own = ["/", "/marketplace"].map((path) => ({ path, changedAt: null }));
    return [...own, ...(await listMerchantPages(ctx))];
  }
  if (name === "storefronts.xml") return listStorefrontPages(ctx);
  const [, file] = /^products-(\d{1,5})\.xml$/.exec(name) ?? [];
  if (file === undefined) throw new NotFound("route.not_found");
  return listProductPages(ctx, Number(file));
}
