import { merchantCard, productList, productPage, productQuery } from "../../../../schemas/products.ts";
import { newApp } from "../../../http/app.ts";
import { cached } from "../../../http/cache.ts";
import { answer, documented } from "../../../http/documented.ts";
import { sameForAll } from "../../../http/memory-answers.ts";
import { openToAll } from "../../../http/open-to-all.ts";
import { query } from "../../../http/validate.ts";
import { KEPT_MARKET } from "../kept-answers.ts";
import { productExample } from "../products/examples.ts";
import { merchantCardExample, productPageExample } from "./examples.ts";
import { getMerchantCard } from "./merchant-card.ts";
import { type Keep, listSimilarProducts, searchProducts } from "./search-products.ts";

const tag = "Products";

/** What everybody may look for and see of what is sold. */
export const marketplaceRoutes = newApp()
  .get(
    "/",
    documented({
      operation: "searchProducts",
      tag,
      summary: "Search the marketplace",
      description:
        "Active products of active merchants. `q` are words, or their beginnings, in French, English or Arabic, all of which a product must have in its title, its description, its merchant's name or its category. Facets count what each of their values would find beside the other filters. With words, a rate, a price or a merchant, at most 1,000 matches are counted (`total` 1000 is that many or more) and `relevance` orders the newest 1,000; other orders go through all.",
      answers: { 200: answer(productPage, productPageExample) },
    }),
    openToAll,
    sameForAll,
    query(productQuery),
    async (c) => {
      const ctx = c.get("ctx");
      const asked = c.req.valid("query");
      const keep: Keep = (key, rule, load) => cached(ctx, key, rule, load);
      const load = () => searchProducts(ctx, asked, keep);
      return c.json(await keep(`market:${JSON.stringify(asked)}`, KEPT_MARKET, load), 200);
    },
  )
  .get(
    "/merchants/:id",
    documented({
      operation: "getMerchant",
      tag,
      summary: "Read a merchant",
      description: "An active merchant by id or handle, with what became of the orders of the last 90 days.",
      answers: { 200: answer(merchantCard, merchantCardExample) },
      problems: ["user.not_found"],
    }),
    openToAll,
    sameForAll,
    async (c) => {
      const ctx = c.get("ctx");
      const id = c.req.param("id");
      return c.json(await cached(ctx, `merchant:${id}`, KEPT_MARKET, () => getMerchantCard(ctx, id)), 200);
    },
  )
  .get(
    "/:id/similar",
    documented({
      operation: "listSimilarProducts",
      tag,
      summary: "List products like one",
      description: "Up to six other active products of the same category, the newest first.",
      answers: { 200: answer(productList, { data: [productExample] }) },
      problems: ["product.not_found"],
    }),
    openToAll,
    sameForAll,
    async (c) => {
      const ctx = c.get("ctx");
      const id = c.req.param("id");
      const data = await cached(ctx, `similar-products:${id}`, KEPT_MARKET, () => listSimilarProducts(ctx, id));
      return c.json({ data }, 200);
    },
  );
