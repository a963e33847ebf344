import * as z from "zod";
import { courierStatus } from "../../../../schemas/connectors.ts";
import { deliveryFacts, shopDelivery } from "../../../../schemas/shop-deliveries.ts";
import { seal, unseal } from "../../../core/seal.ts";
import type { Context } from "../../../platform/context.ts";

/** What a waiting delivery says, until it has been carried out. */
export const inboundMeaning = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("shop"), meaning: shopDelivery, facts: deliveryFacts }),
  z.object({ kind: z.literal("courier"), status: courierStatus }),
  // A word that was in no table when it came, and is in one now.
  z.object({ kind: z.literal("label"), label: z.string(), conversionId: z.string(), saidAt: z.int() }),
]);
export type InboundMeaning = z.infer<typeof inboundMeaning>;

const purpose = (deliveryId: string) => `inbound_delivery:${deliveryId}`;

/** The meaning as it may be kept: it carries a customer's phone. */
export async function sealMeaning(ctx: Context, deliveryId: string, meaning: InboundMeaning): Promise<string> {
  const text = JSON.stringify(meaning);
  return seal((await ctx.secrets()).sealKeys, purpose(deliveryId), text, ctx.random(12));
}

/** What `sealMeaning` hid. Throws when it is not there or does not open. */
export async function openMeaning(
  ctx: Context,
  { id, meaningSealed }: { readonly id: string; readonly meaningSealed: string | null },
): Promise<InboundMeaning> {
  const text = await unseal((await ctx.secrets()).sealKeys, purpose(id), meaningSealed ?? "");
  return inboundMeaning.parse(JSON.parse(text));
}
