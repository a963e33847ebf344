import * as z from "zod";

/** Query of every list: at most 100 rows, continued from the cursor the last page gave. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50).describe("Rows of a page"),
  cursor: z.string().max(200).optional().describe("The `nextCursor` of the page before"),
});
export type PageQuery = z.infer<typeof pageQuery>;

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() });
