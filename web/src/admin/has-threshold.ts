import type { FraudRuleSetting } from "../../../schemas/fraud.ts";

/** Whether a number decides at all: two of the rules compare, and that is that. */
export const hasThreshold = (rule: FraudRuleSetting["rule"]) =>
  rule !== "self_purchase" && rule !== "duplicate_account";
