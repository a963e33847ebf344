import type { Context as HonoContext } from "hono";
import { NotFound } from "../../../core/errors.ts";
import { type AppTypes, newApp } from "../../../http/app.ts";
import { cached } from "../../../http/cache.ts";
import { openToAll } from "../../../http/open-to-all.ts";
import { type PageHead, pageLocale, pageWithHead } from "../../../http/page-head.ts";
import { KEPT_CATEGORIES, KEPT_MARKET } from "../kept-answers.ts";
import { getMerchantCard } from "../marketplace/merchant-card.ts";
import { searchProducts } from "../marketplace/search-products.ts";
import { productObject } from "../product-object.ts";
import { getVisibleProduct } from "../queries.ts";
import { marketplaceHead, merchantHead, missingHead, productHead } from "./page-heads.ts";

const SHOWN_IN_LIST = 24;

/** The public pages of the web app, with what search engines and previews read. */
export const pageRoutes = newApp()
  .get("/marketplace", openToAll, (c) => answerPage(c, marketplacePage))
  .get("/products/:id", openToAll, (c) => answerPage(c, productPage))
  .get("/merchants/:id", openToAll, (c) => answerPage(c, merchantPage));

async function answerPage(
  c: HonoContext<AppTypes>,
  headOf: (c: HonoContext<AppTypes>) => Promise<PageHead>,
): Promise<Response> {
  try {
    return await pageWithHead(c, await headOf(c));
  } catch (failure) {
    if (!(failure instanceof NotFound)) throw failure;
    return pageWithHead(c, missingHead(c.req.path, pageLocale(c)));
  }
}

async function marketplacePage(c: HonoContext<AppTypes>): Promise<PageHead> {
  const ctx = c.get("ctx");
  const load = () =>
    searchProducts(ctx, { limit: SHOWN_IN_LIST }, (key, rule, loadPart) => cached(ctx, key, rule, loadPart));
  const page = await cached(ctx, "market-page", KEPT_MARKET, load);
  return marketplaceHead(page, pageLocale(c), ctx.config.APP_URL);
}

async function productPage(c: HonoContext<AppTypes>): Promise<PageHead> {
  const ctx = c.get("ctx");
  const id = c.req.param("id") ?? "";
  const [product, categories] = await Promise.all([
    cached(ctx, `product-page:${id}`, KEPT_MARKET, async () => {
      const row = await getVisibleProduct(ctx, id);
      await getMerchantCard(ctx, row.merchantId);
      return productObject(ctx, row);
    }),
    cached(ctx, KEPT_CATEGORIES.key, KEPT_CATEGORIES, () => KEPT_CATEGORIES.load(ctx)),
  ]);
  const category = categories.find((one) => one.id === product.categoryId);
  return productHead({ product, category }, pageLocale(c), ctx.config.APP_URL);
}

async function merchantPage(c: HonoContext<AppTypes>): Promise<PageHead> {
  const ctx = c.get("ctx");
  const id = c.req.param("id") ?? "";
  const card = await cached(ctx, `merchant:${id}`, KEPT_MARKET, () => getMerchantCard(ctx, id));
  return merchantHead(card, pageLocale(c), ctx.config.APP_URL);
}
