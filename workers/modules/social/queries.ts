import { sql } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";

export interface SocialNumbers {
  provider: "instagram" | "tiktok" | "facebook";
  username: string;
  followers: number;
  engagementBps: number;
  day: number;
}

/** The newest numbers of each connected account of the user. */
export function listSocialNumbers(ctx: Context, userId: string) {
  return ctx.db.orm.all<SocialNumbers>(sql`
    SELECT a.provider, a.username, s.followers, s.engagement_bps AS engagementBps, max(s.day) AS day
    FROM social_media_accounts a JOIN social_media_stats s ON s.account_id = a.id
    WHERE a.user_id = ${userId} AND a.state = 'connected' GROUP BY a.id ORDER BY s.followers DESC`);
}
