import type { FraudRuleSetting, UpdateFraudRule } from "../../../schemas/fraud.ts";
import { actingAdmin } from "../../core/actor.ts";
import { commit, retryLostRace } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { getRule } from "./queries.ts";
import { ruleObject } from "./rule-object.ts";
import { changeRule } from "./statements.ts";

/**
 * Changes what is sent of a rule's numbers, with a reason. Cases that are open already stay as they are.
 * @throws Forbidden `admin.scope_missing` without `compliance` @throws NotFound `fraud.rule_not_found`
 */
export function updateFraudRule(ctx: Context, rule: string, input: UpdateFraudRule): Promise<FraudRuleSetting> {
  actingAdmin(ctx, "compliance");
  return retryLostRace(() => attempt(ctx, rule, input));
}

async function attempt(ctx: Context, rule: string, input: UpdateFraudRule): Promise<FraudRuleSetting> {
  const read = await getRule(ctx, rule);
  const changes = {
    enabled: input.enabled ?? read.enabled,
    score: input.score ?? read.score,
    threshold: input.threshold ?? read.threshold,
    minimum: input.minimum ?? read.minimum,
    windowHours: input.windowHours ?? read.windowHours,
  };
  const answer = ruleObject({ ...read, ...changes });
  await commit(
    ctx,
    [
      ...changeRule(ctx, read, changes),
      happened(ctx, "fraud.rule_changed", read.rule),
      audit(ctx, "fraud.rule_changed", read.rule, {
        from: JSON.stringify(ruleObject(read)),
        to: JSON.stringify(answer),
        reason: input.reason,
      }),
    ],
    { status: 200, body: answer },
  );
  return answer;
}
