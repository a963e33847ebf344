import { sql } from "drizzle-orm";
import { casablancaDay, DAY_MS } from "../core/calendar.ts";
import { commit } from "../db/commit.ts";
import { forgetOldSignIns } from "../modules/auth/statements.ts";
import { forgetPhones } from "../modules/conversions/statements.ts";
import { forgetMails } from "../modules/mail/statements.ts";
import { forgetInbound } from "../modules/tracking/inbound/statements.ts";
import { forgetTouches } from "../modules/tracking/touches/statements.ts";
import { forgetDeliveries } from "../modules/webhooks/statements.ts";
import type { Context } from "../platform/context.ts";

const IDEMPOTENCY_DAYS = 90;
const BATCH_IDS_DAYS = 35;
const OUTBOX_DAYS = 90;
const CACHE_COUNT_DAYS = 35;
const ENDED_RULE_DAYS = 90;

/**
 * Deletes what may not or need not be kept: customers' phones, what mails said, old sessions, idempotency answers, ids of old click
 * batches, what webhooks said, the log of what came in, touches of no order, ended outbox rows, ended address rules and counts
 * of the cache.
 */
export async function forgetOldRows(ctx: Context): Promise<void> {
  const before = (days: number) => ctx.now() - days * DAY_MS;
  await commit(ctx, [
    forgetPhones(ctx),
    ...forgetMails(ctx),
    forgetTouches(ctx),
    ...forgetOldSignIns(ctx),
    ...forgetDeliveries(ctx),
    ...forgetInbound(ctx),
    sql`DELETE FROM idempotency_keys WHERE created_at < ${before(IDEMPOTENCY_DAYS)}`,
    sql`DELETE FROM outbox WHERE done_at IS NOT NULL AND created_at < ${before(OUTBOX_DAYS)} AND rowid < (SELECT max(rowid) FROM outbox)`,
    sql`DELETE FROM cache_counts WHERE day < ${casablancaDay(before(CACHE_COUNT_DAYS))}`,
    sql`DELETE FROM address_rules WHERE expires_at < ${before(ENDED_RULE_DAYS)}`,
  ]);
  await ctx.clicks.prepare("DELETE FROM click_batches WHERE recorded_at < ?1").bind(before(BATCH_IDS_DAYS)).run();
}
