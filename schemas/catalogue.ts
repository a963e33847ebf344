import * as z from "zod";

/** A category of products, named in the three languages; `parentId` is null at the top. */
export const category = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    name: z.object({ fr: z.string(), en: z.string(), ar: z.string() }),
  })
  .meta({ id: "Category" });
export type Category = z.infer<typeof category>;

export const categoryList = z.object({ data: z.array(category) }).meta({ id: "CategoryList" });
