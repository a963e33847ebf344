import { eq } from "drizzle-orm";
import { actingAdmin } from "../../core/actor.ts";
import { commit, guarded } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { getAddressRule } from "./queries.ts";
import { addressRules } from "./tables.ts";

/**
 * Takes a rule away; its audit row keeps what it said.
 * @throws Forbidden `admin.scope_missing` without `compliance` @throws NotFound `rule.not_found` @throws Conflict `row.changed`
 */
export async function removeAddressRule(ctx: Context, id: string): Promise<void> {
  actingAdmin(ctx, "compliance");
  const { cidr, kind, reason } = await getAddressRule(ctx, id);
  await commit(ctx, [
    ...guarded(ctx.db.orm.delete(addressRules).where(eq(addressRules.id, id))),
    happened(ctx, "address_rule.removed", id, { kind }),
    audit(ctx, "address_rule.removed", id, { cidr, kind, reason }),
  ]);
}
