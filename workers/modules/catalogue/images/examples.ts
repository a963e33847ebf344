import type * as z from "zod";
import type { ProductImage, updateImage } from "../../../../schemas/products.ts";

export const imageExample: ProductImage = {
  id: "img_01kaqh7x2tf3v8zc0m5n6p7q8r",
  url: "https://shareyoursales.ma/images/img_01kaqh7x2tf3v8zc0m5n6p7q8r.jpg",
  alt: "Djellaba brodée vue de face",
  width: 1600,
  height: 2048,
};

export const updateImageExample: z.input<typeof updateImage> = { alt: "Djellaba brodée vue de face" };
