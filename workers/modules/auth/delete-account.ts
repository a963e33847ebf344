import { sql } from "drizzle-orm";
import type { DeleteAccount } from "../../../schemas/users.ts";
import { actingUser } from "../../core/actor.ts";
import { Conflict, Forbidden, Unauthorized } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { getBalances } from "../ledger/queries.ts";
import { influencerAvailable, influencerInTransit, influencerPending, merchantDue } from "../ledger/rules.ts";
import { queueMail } from "../mail/statements.ts";
import { happened, happenedToEach } from "../outbox/statements.ts";
import { getMe } from "../users/queries.ts";
import { changeUser } from "../users/statements.ts";
import { provePassword } from "./change-password.ts";
import { spendSecondFactor } from "./second-factor.ts";
import { closeSessions } from "./statements.ts";

/**
 * Deletes the acting user's account: what names the person goes at once; orders, commissions and the ledger stay under the
 * bare id for the ten years that Moroccan law asks of accounts (morocco.md 7.6).
 * @throws Forbidden `password.wrong`, `role.required` for admins @throws Unauthorized `totp.required`, `totp.wrong`
 * @throws Conflict `account.has_open_money`
 */
export async function deleteAccount(ctx: Context, input: DeleteAccount): Promise<void> {
  const { id, role } = actingUser(ctx);
  if (role === "admin") throw new Forbidden("role.required");
  const me = await getMe(ctx);
  await provePassword(me, input.password);
  const spent = await spendSecondFactor(ctx, me, input.totp);
  if (spent === undefined) throw new Unauthorized("totp.wrong");
  if (await hasOpenMoney(ctx, id)) throw new Conflict("account.has_open_money");
  const now = ctx.now();
  const nobody = {
    email: `deleted-${id}@deleted.invalid`,
    emailVerifiedAt: null,
    displayName: "Deleted account",
    handle: null,
    phone: null,
    state: "suspended",
    suspendedAt: now,
    passwordHash: null,
    totpSealed: null,
    totpEnabledAt: null,
    deletedAt: now,
  } as const;
  const values = { name: me.displayName };
  await commit(ctx, [
    ...spent,
    await queueMail(ctx, { to: me.email, userId: null, locale: me.locale, template: "account_deleted", values }),
    changeUser(ctx, id, nobody),
    closeSessions(ctx, id, "account_deleted"),
    sql`UPDATE sessions SET device = '', country = NULL WHERE user_id = ${id}`,
    sql`UPDATE api_keys SET revoked_at = ${now} WHERE user_id = ${id} AND revoked_at IS NULL`,
    sql`UPDATE consents SET withdrawn_at = ${now} WHERE user_id = ${id} AND withdrawn_at IS NULL`,
    sql`UPDATE affiliate_requests SET state = 'cancelled', decided_at = ${now}, decided_by = 'influencer'
      WHERE influencer_id = ${id} AND state IN ('pending', 'approved')`,
    sql`UPDATE affiliate_requests SET message = '' WHERE influencer_id = ${id}`,
    sql`DELETE FROM recovery_codes WHERE user_id = ${id}`,
    sql`DELETE FROM email_tokens WHERE user_id = ${id}`,
    sql`DELETE FROM notifications WHERE user_id = ${id}`,
    ...happenedToEach(ctx, "link.changed", await listLinkIds(ctx, id)),
    happened(ctx, "user.deleted", id),
    audit(ctx, "user.deleted", id),
  ]);
}

// The redirect reads of a link whether its people are active: each is published again by whoever does that work.
async function listLinkIds(ctx: Context, userId: string): Promise<string[]> {
  const { results } = await ctx.db.d1
    .prepare("SELECT id FROM affiliate_links WHERE influencer_id = ?1 OR merchant_id = ?1")
    .bind(userId)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

async function hasOpenMoney(ctx: Context, userId: string): Promise<boolean> {
  const accounts = [
    influencerPending(userId),
    influencerAvailable(userId),
    influencerInTransit(userId),
    merchantDue(userId),
  ];
  const balances = await getBalances(
    ctx,
    accounts.map(({ id }) => id),
  );
  if ([...balances.values()].some((balanceMinor) => balanceMinor !== 0)) return true;
  const open = await ctx.db.d1
    .prepare(
      "SELECT 1 AS found FROM commissions WHERE (influencer_id = ?1 OR merchant_id = ?1) AND state = 'forecast' LIMIT 1",
    )
    .bind(userId)
    .first();
  return open !== null;
}
