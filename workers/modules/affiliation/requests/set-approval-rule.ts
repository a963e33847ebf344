import type { ApprovalRule } from "../../../../schemas/requests.ts";
import { actingAs } from "../../../core/actor.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { upsertApprovalRule } from "./statements.ts";

/** Sets which requests the merchant lets through without looking. Those that wait already go on waiting. */
export async function setApprovalRule(ctx: Context, rule: ApprovalRule): Promise<ApprovalRule> {
  const merchant = actingAs(ctx, "merchant");
  await commit(
    ctx,
    [
      upsertApprovalRule({ ...rule, merchantId: merchant.id, updatedAt: ctx.now() }),
      happened(ctx, "approval_rule.changed", merchant.id),
      audit(ctx, "approval_rule.changed", merchant.id, { ...rule }),
    ],
    { status: 200, body: rule },
  );
  return rule;
}
