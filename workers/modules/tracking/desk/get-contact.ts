import type { OrderContact } from "../../../../schemas/orders.ts";
import { actingAs } from "../../../core/actor.ts";
import { Forbidden } from "../../../core/errors.ts";
import { unseal } from "../../../core/seal.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { getConversion } from "../../conversions/queries.ts";
import { isContactOpen } from "../../conversions/rules.ts";
import { ORDER_CONFIRMATION } from "../conceal-customer.ts";

/**
 * The phone of the customer of the acting merchant's order, for a call or a message to confirm it; null once the order has
 * ended or 30 days have passed. Only a person reads it, never a program, and each reading is audited.
 * @throws NotFound `conversion.not_found` @throws Forbidden `session.required`
 */
export async function getContact(ctx: Context, ref: string): Promise<OrderContact> {
  if (actingAs(ctx, "merchant").via.kind !== "session") throw new Forbidden("session.required");
  const { conversion } = await getConversion(ctx, ref);
  const sealed = isContactOpen(conversion, ctx.now()) ? conversion.customerPhoneSealed : null;
  const { sealKeys } = await ctx.secrets();
  const phone = sealed === null ? null : await unseal(sealKeys, ORDER_CONFIRMATION, sealed);
  await commit(ctx, [audit(ctx, "conversion.contact_read", conversion.id, { found: phone !== null })]);
  return { phone };
}
