import { categoryList } from "../../../schemas/catalogue.ts";
import { newApp } from "../../http/app.ts";
import { cached } from "../../http/cache.ts";
import { answer, documented } from "../../http/documented.ts";
import { sameForAll } from "../../http/memory-answers.ts";
import { openToAll } from "../../http/open-to-all.ts";
import { categoryExample } from "./examples.ts";
import { hostRoutes } from "./hosts/routes.ts";
import { imageRoutes } from "./images/routes.ts";
import { importRoutes } from "./imports/routes.ts";
import { KEPT_CATEGORIES } from "./kept-answers.ts";
import { marketplaceRoutes } from "./marketplace/routes.ts";
import { productRoutes } from "./products/routes.ts";

const categoryRoutes = newApp().get(
  "/categories",
  documented({
    operation: "listCategories",
    tag: "Products",
    summary: "List the categories of products",
    description: "In the order they are shown, named in French, English and Arabic. Kept for up to five minutes.",
    answers: { 200: answer(categoryList, { data: [categoryExample] }) },
  }),
  openToAll,
  sameForAll,
  async (c) => {
    const ctx = c.get("ctx");
    const data = await cached(ctx, KEPT_CATEGORIES.key, KEPT_CATEGORIES, () => KEPT_CATEGORIES.load(ctx));
    return c.json({ data }, 200, { "Cache-Control": "public, max-age=60" });
  },
);

/** Everything under /api/products; fixed names come before `/:id`. */
export const catalogueRoutes = newApp()
  .route("/", categoryRoutes)
  .route("/", hostRoutes)
  .route("/", imageRoutes)
  .route("/", importRoutes)
  .route("/", marketplaceRoutes)
  .route("/", productRoutes);
