import { linksDueOf } from "../core/links-due.ts";
import { commit } from "../db/commit.ts";
import { publishChangedLinks } from "../modules/affiliation/publish-link.ts";
import { listSlugs } from "../modules/affiliation/queries.ts";
import { listDueWork } from "../modules/outbox/queries.ts";
import { outboxSent } from "../modules/outbox/statements.ts";
import type { OutboxEvent } from "../modules/outbox/tables.ts";
import type { Context } from "../platform/context.ts";

const ROWS_PER_RUN = 500;

/** Sends again every piece of work whose message was lost: the row is the truth, the message only a nudge. */
export async function drainOutbox(ctx: Context): Promise<void> {
  const due = await listDueWork(ctx, ROWS_PER_RUN);
  if (due.length === 0) return;
  await commit(ctx, outboxSent(ctx, due));
  const subjectsOf = (wanted: OutboxEvent) => [
    ...new Set(due.filter(({ event }) => event === wanted).map(({ subjectId }) => subjectId)),
  ];
  for (const conversionId of subjectsOf("commission.due")) ctx.nudge({ kind: "commission.due", conversionId });
  for (const message of linksDueOf(subjectsOf("product.changed"))) ctx.nudge(message);
  const linkIds = subjectsOf("link.changed");
  if (linkIds.length > 0) await publishChangedLinks(ctx, await listSlugs(ctx, linkIds));
}
