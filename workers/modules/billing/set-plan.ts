import { sql } from "drizzle-orm";
import type { SetPlan, Subscription } from "../../../schemas/admin.ts";
import { PLAN_TERMS } from "../../../schemas/plans.ts";
import { actingAdmin } from "../../core/actor.ts";
import { Conflict } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { getUser } from "../users/queries.ts";
import { findSubscription } from "./queries.ts";

/**
 * Puts a merchant on a plan by hand, with a reason; orders received from now on carry its fee rate.
 * @throws Forbidden `admin.scope_missing` without `finance` @throws NotFound `user.not_found` @throws Conflict `user.wrong_role`
 */
export async function setPlan(ctx: Context, userId: string, { plan, reason }: SetPlan): Promise<Subscription> {
  actingAdmin(ctx, "finance");
  const user = await getUser(ctx, userId);
  if (user.role !== "merchant") throw new Conflict("user.wrong_role");
  const before = await findSubscription(ctx, userId);
  const answer: Subscription = {
    plan,
    state: "active",
    trialEndsAt: null,
    currentPeriodEnd: null,
    cancelAtPeriodEnd: false,
    pendingPlan: null,
    feeBps: PLAN_TERMS[plan].feeBps,
    source: "manual",
  };
  const now = ctx.now();
  await commit(
    ctx,
    [
      sql`INSERT INTO user_subscriptions (user_id, plan, state, source, created_at, updated_at)
        VALUES (${userId}, ${plan}, 'active', 'manual', ${now}, ${now})
        ON CONFLICT (user_id) DO UPDATE SET plan = excluded.plan, state = 'active', source = 'manual', trial_ends_at = NULL,
          current_period_end = NULL, cancel_at_period_end = 0, pending_plan = NULL, version = version + 1, updated_at = excluded.updated_at`,
      sql`INSERT INTO user_quotas (user_id, quota, max_count, updated_at)
        VALUES (${userId}, 'products', ${PLAN_TERMS[plan].productsMax}, ${now})
        ON CONFLICT (user_id, quota) DO UPDATE SET max_count = excluded.max_count, updated_at = excluded.updated_at`,
      happened(ctx, "subscription.changed", userId, { plan }),
      audit(ctx, "subscription.set", userId, { from: before?.plan ?? "none", to: plan, reason }),
    ],
    { status: 200, body: answer },
  );
  return answer;
}
