import type { FraudRuleSetting } from "../../../schemas/fraud.ts";
import type { FraudRuleRow } from "./tables.ts";

/** A rule as the API shows it. */
export function ruleObject({ rule, enabled, score, threshold, minimum, windowHours }: FraudRuleRow): FraudRuleSetting {
  return { rule, enabled, score, threshold, minimum, windowHours };
}
