import { commit } from "../db/commit.ts";
import { publishChangedLinks } from "../modules/affiliation/publish-link.ts";
import { listSlugs } from "../modules/affiliation/queries.ts";
import { listDueWork } from "../modules/outbox/queries.ts";
import { outboxSent } from "../modules/outbox/statements.ts";
import type { Context } from "../platform/context.ts";

const ROWS_PER_RUN = 500;

/** Sends again every piece of work whose message was lost: the row is the truth, the message only a nudge. */
export async function drainOutbox(ctx: Context): Promise<void> {
  const due = await listDueWork(ctx, ROWS_PER_RUN);
  if (due.length === 0) return;
  await commit(ctx, outboxSent(ctx, due));
  for (const { event, subjectId } of due) {
    if (event === "commission.due") ctx.nudge({ kind: "commission.due", conversionId: subjectId });
    if (event === "product.changed") ctx.nudge({ kind: "links.due", productId: subjectId });
  }
  const linkIds = new Set(due.filter(({ event }) => event === "link.changed").map(({ subjectId }) => subjectId));
  if (linkIds.size > 0) await publishChangedLinks(ctx, await listSlugs(ctx, [...linkIds]));
}
