import { actingUser } from "../../core/actor.ts";
import type { Context } from "../../platform/context.ts";
import { getMe } from "../users/queries.ts";
import { userObject } from "../users/user-object.ts";

// What is kept about a person, by name; secrets and hashes stay out. ?1 is the user's id.
const PARTS: Readonly<Record<string, string>> = {
  consents: "SELECT kind, version, given_at, withdrawn_at FROM consents WHERE user_id = ?1",
  notifications: "SELECT kind, data, created_at, read_at FROM notifications WHERE user_id = ?1 ORDER BY id",
  sessions:
    "SELECT device, country, created_at, last_used_at, revoked_at, revoked_reason FROM sessions WHERE user_id = ?1 ORDER BY id",
  apiKeys:
    "SELECT name, prefix, last_four, scopes, created_at, expires_at, revoked_at, last_used_at FROM api_keys WHERE user_id = ?1 ORDER BY id",
  subscription:
    "SELECT plan, state, trial_ends_at, current_period_end, created_at FROM user_subscriptions WHERE user_id = ?1",
  identityReviews:
    "SELECT state, reason, submitted_at, decided_at, expires_at FROM kyc_submissions WHERE user_id = ?1 ORDER BY id",
  socialAccounts:
    "SELECT provider, username, state, connected_at FROM social_media_accounts WHERE user_id = ?1 ORDER BY id",
  products:
    "SELECT id, title_fr, title_en, title_ar, price_minor, state, created_at FROM products WHERE merchant_id = ?1 ORDER BY id",
  affiliationRequests:
    "SELECT id, product_id, message, state, reason, rate_bps, created_at, expires_at, decided_at, decided_by FROM affiliate_requests WHERE influencer_id = ?1 ORDER BY id",
  blockedInfluencers:
    "SELECT influencer_id, reason, created_at FROM influencer_blocks WHERE merchant_id = ?1 ORDER BY influencer_id",
  approvalRule: "SELECT enabled, require_kyc, min_followers, updated_at FROM approval_rules WHERE merchant_id = ?1",
  links: "SELECT id, slug, target_url, state, created_at FROM affiliate_links WHERE influencer_id = ?1 ORDER BY id",
  commissions:
    "SELECT id, conversion_id, state, amount_minor, reversed_minor, rate_bps, created_at FROM commissions WHERE influencer_id = ?1 OR merchant_id = ?1 ORDER BY id",
  claims:
    "SELECT id, kind, state, link_id, order_ref, ordered_at, amount_minor, message, answer, answer_message, answered_at, decision, decided_by, decision_reason, decided_at, created_at FROM claims WHERE influencer_id = ?1 OR merchant_id = ?1 ORDER BY id",
  audit: "SELECT action, created_at FROM audit_log WHERE subject_id = ?1 ORDER BY id",
};

/** Everything kept about the acting user, as one object (law 09-08, article 7: the right of access). Amounts in centimes. */
export async function exportAccount(ctx: Context): Promise<Record<string, unknown>> {
  const { id } = actingUser(ctx);
  const parts = Object.entries(PARTS).map(async ([name, query]) => {
    const { results } = await ctx.db.d1.prepare(query).bind(id).all<Record<string, string | number | null>>();
    return [name, results.map(withDates)] as const;
  });
  const exportedAt = new Date(ctx.now()).toISOString();
  return { exportedAt, user: userObject(await getMe(ctx)), ...Object.fromEntries(await Promise.all(parts)) };
}

function withDates(row: Record<string, string | number | null>): Record<string, string | number | null> {
  const dated = Object.entries(row).map(([name, value]) =>
    name.endsWith("_at") && typeof value === "number" ? [name, new Date(value).toISOString()] : [name, value],
  );
  return Object.fromEntries(dated);
}
