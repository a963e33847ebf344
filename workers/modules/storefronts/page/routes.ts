import type { Context as HonoContext } from "hono";
import { NotFound } from "../../../core/errors.ts";
import { type AppTypes, newApp } from "../../../http/app.ts";
import { cached } from "../../../http/cache.ts";
import { openToAll } from "../../../http/open-to-all.ts";
import { type PageHead, pageLocale, pageWithHead } from "../../../http/page-head.ts";
import { getStorefront } from "../get-storefront.ts";
import { KEPT_STOREFRONT, storefrontKey } from "../kept-answers.ts";
import { missingStorefrontHead, storefrontHead } from "./storefront-head.ts";

/** The public page `/@handle`, with its data in it: one round trip to the first content. */
export const storefrontPageRoutes = newApp().get("/:name{@[^/]+}", openToAll, async (c) =>
  pageWithHead(c, await headOf(c, c.req.param("name").slice(1))),
);

async function headOf(c: HonoContext<AppTypes>, handle: string): Promise<PageHead> {
  const ctx = c.get("ctx");
  try {
    const storefront = await cached(ctx, storefrontKey(handle), KEPT_STOREFRONT, () => getStorefront(ctx, handle));
    return storefrontHead(storefront, pageLocale(c), ctx.config.APP_URL);
  } catch (failure) {
    if (!(failure instanceof NotFound)) throw failure;
    return missingStorefrontHead(handle, pageLocale(c));
  }
}
