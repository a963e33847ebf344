import type { AddAddressRule, AddressRule } from "../../../schemas/operations.ts";
import { actingAdmin } from "../../core/actor.ts";
import { Invalid } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { addressRuleObject } from "./address-rule-object.ts";
import { draftAddressRule } from "./rules.ts";
import { addressRules } from "./tables.ts";

/**
 * Denies a network, or lets it in uncounted; every isolate knows within 30 s.
 * @throws Forbidden `admin.scope_missing` without `compliance`
 * @throws Invalid `request.invalid` for no network, one that is too wide, the caller's own, or an end in the past
 */
export async function addAddressRule(ctx: Context, input: AddAddressRule, callerAddress: string): Promise<AddressRule> {
  const admin = actingAdmin(ctx, "compliance");
  const draft = draftAddressRule(input, callerAddress, ctx.now());
  if (!("cidr" in draft)) throw new Invalid("request.invalid", draft);
  const { kind, reason } = input;
  const row = { id: ctx.newId("adr"), ...draft, kind, reason, createdBy: admin.id, createdAt: ctx.now() };
  const answer = addressRuleObject(row);
  await commit(
    ctx,
    [
      insertRow(addressRules, row),
      happened(ctx, "address_rule.added", row.id, { kind }),
      audit(ctx, "address_rule.added", row.id, { cidr: row.cidr, kind, reason, expiresAt: row.expiresAt }),
    ],
    { status: 201, body: answer },
  );
  return answer;
}
