import { DAY_MS } from "../../../core/calendar.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { listLinkedProductIds, listProductCounts } from "./queries.ts";
import { draftProductFigures } from "./rules.ts";
import { replaceProductStats } from "./statements.ts";

const WINDOW_DAYS = 90;
const PRODUCTS_PER_SET = 250;

/** Makes the figures of every linked product's last 90 days anew, set by set: earnings per click and delivery rate. */
export async function computeProductStats(ctx: Context): Promise<void> {
  let lastId = "";
  for (;;) {
    const productIds = await listLinkedProductIds(ctx, lastId, PRODUCTS_PER_SET);
    const last = productIds.at(-1);
    if (last === undefined) return;
    const counts = await listProductCounts(ctx, productIds, ctx.now() - WINDOW_DAYS * DAY_MS);
    await commit(ctx, replaceProductStats(counts.map(draftProductFigures), ctx.now()));
    lastId = last;
  }
}
