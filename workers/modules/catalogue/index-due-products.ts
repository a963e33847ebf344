import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { indexWords } from "./search-index.ts";
import { listDueWords } from "./search-index-queries.ts";

// Descriptions are long: a set stays below a parameter's 1 MB, a run below the statements of an invocation.
const PRODUCTS_PER_SET = 20;
const SETS_MAX = 100;

/** Brings the words of changed products, merchants and imports into the index; those that remain wait for the next run. */
export async function indexDueProducts(ctx: Context): Promise<void> {
  for (let set = 0; set < SETS_MAX; set++) {
    const words = await listDueWords(ctx, PRODUCTS_PER_SET);
    await commit(ctx, words.length > 0 ? indexWords(words, ctx.now()) : []);
    if (words.length < PRODUCTS_PER_SET) return;
  }
}
