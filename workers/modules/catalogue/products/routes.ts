import {
  createProduct as createProductBody,
  ownProductPage,
  ownProductQuery,
  product,
  updateProduct as updateProductBody,
} from "../../../../schemas/products.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { session, sessionIfAny } from "../../../http/session.ts";
import { body, jsonOnly, query } from "../../../http/validate.ts";
import { productObject } from "../product-object.ts";
import { getVisibleProduct } from "../queries.ts";
import { createProduct } from "./create-product.ts";
import { createProductExample, productExample, updateProductExample } from "./examples.ts";
import { ownProductPage as listOwn } from "./own-products.ts";
import { updateProduct } from "./update-product.ts";

const tag = "Products";

/** A merchant's own products, and one product for anyone. */
export const productRoutes = newApp()
  .post(
    "/",
    documented({
      operation: "createProduct",
      tag,
      summary: "List a product or a service",
      description: "Its landing page is on a site you have verified. The plan limits how many are active at once.",
      roles: ["merchant"],
      example: createProductExample,
      answers: { 201: answer(product, productExample) },
      problems: ["product.quota_reached", "product.reference_taken"],
    }),
    session("products:write"),
    jsonOnly,
    idempotency,
    body(createProductBody),
    async (c) => c.json(await createProduct(c.get("ctx"), c.req.valid("json")), 201),
  )
  .get(
    "/mine",
    documented({
      operation: "listOwnProducts",
      tag,
      summary: "List your own products, newest first",
      roles: ["merchant"],
      answers: {
        200: answer(ownProductPage, {
          data: [productExample],
          nextCursor: null,
          plan: { name: "STARTER", feeBps: 500, productsActive: 12, productsMax: 50 },
        }),
      },
    }),
    session("products:read"),
    query(ownProductQuery),
    async (c) => c.json(await listOwn(c.get("ctx"), c.req.valid("query"))),
  )
  .get(
    "/:id",
    documented({
      operation: "getProduct",
      tag,
      summary: "Read a product",
      description: "Active and paused ones by anyone, archived ones by their merchant.",
      answers: { 200: answer(product, productExample) },
      problems: ["product.not_found"],
    }),
    sessionIfAny("products:read"),
    async (c) => c.json(await productObject(c.get("ctx"), await getVisibleProduct(c.get("ctx"), c.req.param("id")))),
  )
  .patch(
    "/:id",
    documented({
      operation: "updateProduct",
      tag,
      summary: "Change, pause, resume or archive a product",
      description: "What is absent stays. Its links follow within moments. Archiving is for good.",
      roles: ["merchant"],
      example: updateProductExample,
      answers: { 200: answer(product, { ...productExample, state: "paused", inStock: false }) },
      problems: [
        "product.not_found",
        "product.archived",
        "product.quota_reached",
        "product.reference_taken",
        "row.changed",
      ],
    }),
    session("products:write"),
    jsonOnly,
    idempotency,
    body(updateProductBody),
    async (c) => c.json(await updateProduct(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .delete(
    "/:id",
    documented({
      operation: "archiveProduct",
      tag,
      summary: "Archive a product",
      description: "For good: its links end, its orders stay as they are.",
      roles: ["merchant"],
      answers: { 200: answer(product, { ...productExample, state: "archived" }) },
      problems: ["product.not_found", "row.changed"],
    }),
    session("products:write"),
    async (c) => c.json(await updateProduct(c.get("ctx"), c.req.param("id"), { state: "archived" })),
  );
