import { sql } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";

export interface AccountNumbers {
  readonly id: string;
  readonly userId: string;
  readonly provider: "instagram" | "tiktok" | "facebook";
  readonly username: string;
  readonly followers: number;
  readonly engagementBps: number;
}

/** The connected accounts of the users with their newest numbers, most followers first; zero before the first reading. */
export function listAccountNumbers(ctx: Context, userIds: readonly string[]) {
  return ctx.db.orm.all<AccountNumbers>(sql`
    SELECT a.id, a.user_id AS userId, a.provider, a.username, coalesce(s.followers, 0) AS followers,
      coalesce(s.engagement_bps, 0) AS engagementBps
    FROM social_media_accounts a LEFT JOIN social_media_stats s ON s.account_id = a.id
      AND s.day = (SELECT max(day) FROM social_media_stats WHERE account_id = a.id)
    WHERE a.user_id IN (SELECT value FROM json_each(${JSON.stringify(userIds)})) AND a.state = 'connected'
    ORDER BY followers DESC`);
}
