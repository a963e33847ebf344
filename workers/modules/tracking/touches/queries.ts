import type { SnippetState } from "../../../../schemas/touches.ts";
import { actingAs } from "../../../core/actor.ts";
import type { Context } from "../../../platform/context.ts";
import { LINK_TERMS_JSON, type LinkTerms } from "../../affiliation/queries.ts";
import type { Touch } from "./rules.ts";

/** The touches of an order as a JSON array, with the terms of their links; `h` may be bound to any merchant and order. */
export const touchesJson = (merchant: string, order: string) => `(SELECT json_group_array(json_object('id', h.id,
    'linkNumber', h.link_number, 'clickedAt', h.clicked_at, 'nonce', h.nonce, 'conversionId', h.conversion_id,
    'receivedAt', h.received_at, 'terms', ${LINK_TERMS_JSON}))
  FROM touches h JOIN link_terms t ON t.number = h.link_number WHERE h.merchant_id = ${merchant} AND h.order_id = ${order})`;

/** Touches as `touchesJson` wrote them; none for almost every order. */
export function touchesOf(json: string): readonly Touch[] {
  return json === "[]" ? [] : JSON.parse(json);
}

/** What browsers said of an order so far, and the terms of the merchant's link of the number; undefined when it is not theirs. */
export async function getTouches(ctx: Context, merchantId: string, orderId: string, linkNumber: number) {
  const row = await ctx.db.d1
    .prepare(TOUCHES)
    .bind(merchantId, orderId, linkNumber)
    .first<{ touches: string; terms: string | null }>();
  const ownTerms: LinkTerms | undefined = row?.terms ? JSON.parse(row.terms) : undefined;
  return { touches: touchesOf(row?.touches ?? "[]"), ownTerms };
}
const TOUCHES = `SELECT ${touchesJson("?1", "?2")} AS touches,
  (SELECT ${LINK_TERMS_JSON} FROM link_terms t WHERE t.number = ?3 AND t.merchant_id = ?1) AS terms`;

/** When a page of the acting merchant's shop last told of a touch; null when none ever did. */
export async function getSnippetState(ctx: Context): Promise<SnippetState> {
  const merchant = actingAs(ctx, "merchant");
  const row = await ctx.db.d1
    .prepare("SELECT max(received_at) AS at FROM touches WHERE merchant_id = ?1")
    .bind(merchant.id)
    .first<{ at: number | null }>();
  return { lastTouchAt: typeof row?.at === "number" ? new Date(row.at).toISOString() : null };
}
