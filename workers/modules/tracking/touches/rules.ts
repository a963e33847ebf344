import type { LinkTerms } from "../../affiliation/queries.ts";
import type { ConversionRow } from "../../conversions/tables.ts";
import { type Attribution, attributionOn } from "../rules.ts";
import type { TouchRow } from "./tables.ts";

/** A touch with the terms of its link. */
export interface Touch
  extends Pick<TouchRow, "id" | "linkNumber" | "clickedAt" | "nonce" | "conversionId" | "receivedAt"> {
  readonly terms: LinkTerms;
}

const COUNTS_MS = 30 * 60_000;
/** More than a page could ever mean of one order. */
export const TOUCHES_MAX = 10;

/** The touches that came within 30 minutes of the shop's own report (money.md 2), in an order that none of them chose. */
export function countedTouches(touches: readonly Touch[], reportedAt: number): Touch[] {
  return touches
    .filter(({ receivedAt }) => Math.abs(receivedAt - reportedAt) <= COUNTS_MS)
    .sort((a, b) => a.clickedAt - b.clickedAt || a.linkNumber - b.linkNumber || a.nonce - b.nonce);
}

/**
 * What browser touches make of an order whose report carried none: one gives it to its link, two different ones to nobody,
 * whichever came first (money.md 2). A touch that does not hold is told among those that lost.
 */
export function attributionOnTouches(
  order: { readonly merchantId: string; readonly orderedAt: number },
  counted: readonly Touch[],
): Attribution {
  const [only, rival] = counted;
  if (rival)
    return {
      ...NOBODY,
      reason: "contested_touch",
      lost: counted.map(({ terms }) => ({ by: "click", reason: "contested_touch", linkId: terms.linkId })),
    };
  if (!only) return NOBODY;
  const { clickedAt, terms } = only;
  const decided = attributionOn({ ...order, click: { ok: true, clickedAt, terms }, coupon: undefined });
  return decided.by === "none" ? { ...NOBODY, lost: decided.lost } : decided;
}

const NOBODY: Attribution = {
  by: "none",
  reason: "no_touch",
  lost: [],
  terms: undefined,
  couponId: null,
  clickedAt: null,
  rule: null,
};

/** Whether the order's reports carried no touch of their own, so that those of the browser still decide. */
export function isLeftToTouches(
  { id, attributionReason }: Pick<ConversionRow, "id" | "attributionReason">,
  touches: readonly Touch[],
): boolean {
  if (attributionReason === "click_valid") return touches.some(({ conversionId }) => conversionId === id);
  return attributionReason === "no_touch" || attributionReason === "contested_touch";
}

/** Whether the attribution says what the order says already. */
export function saysTheSame(row: ConversionRow, { by, reason, lost, terms }: Attribution): boolean {
  return (
    row.attributedBy === by &&
    row.attributionReason === reason &&
    row.linkId === (terms?.linkId ?? null) &&
    JSON.stringify(row.attributionLost) === JSON.stringify(lost)
  );
}
