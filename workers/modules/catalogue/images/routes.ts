import * as z from "zod";
import { done } from "../../../../schemas/auth.ts";
import { IMAGE_MAX_BYTES, imageAlt, productImage, updateImage } from "../../../../schemas/products.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { fileForm, fileOnly, filePart } from "../../../http/file-body.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { openToAll } from "../../../http/open-to-all.ts";
import { session } from "../../../http/session.ts";
import { body, jsonOnly } from "../../../http/validate.ts";
import { addImage } from "./add-image.ts";
import { describeImage } from "./describe-image.ts";
import { imageExample, updateImageExample } from "./examples.ts";
import { getImageFile } from "./queries.ts";
import { removeImage } from "./remove-image.ts";

const tag = "Products";
const FOREVER = "public, max-age=31536000, immutable";
const imageForm = z.object({ file: filePart, alt: imageAlt.default("") });

/** The pictures of a merchant's own products. */
export const imageRoutes = newApp()
  .post(
    "/:id/images",
    documented({
      operation: "addProductImage",
      tag,
      summary: "Add an image to a product",
      description:
        "A form with the part `file`: JPEG, PNG, WebP or AVIF, at most 5 MB and 25 megapixels, 8 to a product. Its metadata is taken out. The same image sent twice is added once.",
      roles: ["merchant"],
      answers: {
        200: answer(productImage, imageExample, "The product has this image already"),
        201: answer(productImage, imageExample),
      },
      problems: [
        "product.not_found",
        "product.archived",
        "image.limit_reached",
        "image.type_unsupported",
        "image.unreadable",
        "image.too_many_pixels",
        "image.carries_metadata",
      ],
    }),
    session("products:write"),
    fileOnly(IMAGE_MAX_BYTES),
    fileForm(imageForm, IMAGE_MAX_BYTES),
    async (c) => {
      const { file, alt } = c.req.valid("form");
      const { image, isNew } = await addImage(c.get("ctx"), c.req.param("id"), file, alt);
      return c.json(image, isNew ? 201 : 200);
    },
  )
  .patch(
    "/:id/images/:imageId",
    documented({
      operation: "updateProductImage",
      tag,
      summary: "Say what an image shows",
      description: "For those who cannot see it. The order of the images is the product's: `imageIds`.",
      roles: ["merchant"],
      example: updateImageExample,
      answers: { 200: answer(productImage, imageExample) },
      problems: ["product.not_found", "product.archived", "image.not_found"],
    }),
    session("products:write"),
    jsonOnly,
    idempotency,
    body(updateImage),
    async (c) =>
      c.json(await describeImage(c.get("ctx"), c.req.param("id"), c.req.param("imageId"), c.req.valid("json")), 200),
  )
  .delete(
    "/:id/images/:imageId",
    documented({
      operation: "deleteProductImage",
      tag,
      summary: "Take an image off a product",
      roles: ["merchant"],
      answers: { 200: answer(done, { done: true }) },
      problems: ["product.not_found", "product.archived", "image.not_found"],
    }),
    session("products:write"),
    async (c) => {
      await removeImage(c.get("ctx"), c.req.param("id"), c.req.param("imageId"));
      return c.json({ done: true } as const);
    },
  );

/** The pictures themselves, for everybody: a name never stands for other bytes. */
export const pictureRoutes = newApp().get(
  "/images/:key",
  documented({
    operation: "getImage",
    tag,
    summary: "See an image of a product",
    description: "As the product's `images` name it. Kept for a year: the same address is always the same image.",
    answers: { 200: { schema: z.string(), example: "…", description: "JPEG, PNG, WebP or AVIF", media: "image/*" } },
    problems: ["image.not_found"],
  }),
  openToAll,
  async (c) => {
    const file = await getImageFile(c.get("ctx"), c.req.param("key"));
    const headers = { ETag: file.httpEtag, "Cache-Control": FOREVER };
    if (c.req.header("If-None-Match")?.includes(file.httpEtag)) return c.body(null, 304, headers);
    const { contentType = "application/octet-stream" } = file.httpMetadata ?? {};
    return c.body(file.body, 200, { ...headers, "Content-Type": contentType, "Content-Length": String(file.size) });
  },
);
