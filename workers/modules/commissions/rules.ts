import type { Payment } from "../../../schemas/conversions.ts";
import type { CommissionState } from "../../../schemas/payments.ts";
import { DAY_MS } from "../../core/calendar.ts";
import { remainingAfterRefund, shareOf } from "../../core/money.ts";
import { isExit, type OrderState } from "../conversions/rules.ts";
import type { FrozenRule } from "../conversions/tables.ts";
import type { CommissionRow } from "./tables.ts";

/** Every move of a commission's state (product.md); the trigger `commission_moves_are_listed` holds the same list. */
export const COMMISSION_MOVES: Readonly<Record<CommissionState, readonly CommissionState[]>> = {
  forecast: ["earned", "void"],
  void: ["forecast", "earned"],
  earned: ["available", "reversed"],
  reversed: ["earned"],
  available: ["paid", "reversed"],
  paid: ["available", "reversed"],
};

const HOLD_DAYS: Readonly<Record<Payment, number>> = { cod: 7, prepaid: 14 };

/** Centimes of MAD: what a conversion is worth to the influencer, to the platform, and to the tax on the latter. */
export interface Parts {
  readonly commissionMinor: number;
  readonly feeMinor: number;
  readonly vatMinor: number;
}

/** Commission of a base of `baseMinor` (centimes of MAD) under the frozen rule (money.md 4). */
export function commissionOf(baseMinor: number, rule: FrozenRule): number {
  return rule.type === "flat" ? (rule.amountMinor ?? 0) : shareOf(baseMinor, rule.rateBps ?? 0);
}

/** Days between the cash and the release: the product's own, else 7 for cash on delivery and 14 for prepaid (product.md). */
export function holdDaysOf(payment: Payment, productHoldDays: number | null): number {
  return productHoldDays ?? HOLD_DAYS[payment];
}

/** What remains of each part after refunds, each for itself (money.md 4). */
export function remainingParts(
  row: Pick<CommissionRow, "originalMinor" | "originalFeeMinor">,
  vatBps: number,
  refundedMinor: number,
  amountMinor: number,
): Parts {
  const remaining = (original: number) => remainingAfterRefund(original, refundedMinor, amountMinor);
  return {
    commissionMinor: remaining(row.originalMinor),
    feeMinor: remaining(row.originalFeeMinor),
    vatMinor: remaining(shareOf(row.originalFeeMinor, vatBps)),
  };
}

/** A forecast of an attributed order with a known base in MAD; fee at the plan's rate frozen with the order. */
export function draftCommission(
  order: {
    readonly id: string;
    readonly merchantId: string;
    readonly linkId: string;
    readonly influencerId: string;
    readonly feeBps: number;
  },
  id: string,
  baseMinor: number,
  rule: FrozenRule,
  vatBps: number,
  nowMs: number,
): CommissionRow {
  const originalMinor = commissionOf(baseMinor, rule);
  const originalFeeMinor = shareOf(baseMinor, order.feeBps);
  return {
    id,
    conversionId: order.id,
    linkId: order.linkId,
    influencerId: order.influencerId,
    merchantId: order.merchantId,
    state: "forecast",
    rateBps: rule.rateBps,
    originalMinor,
    originalFeeMinor,
    amountMinor: originalMinor,
    feeMinor: originalFeeMinor,
    vatBps,
    vatMinor: shareOf(originalFeeMinor, vatBps),
    reversedMinor: 0,
    postedMinor: 0,
    postedFeeMinor: 0,
    postedVatMinor: 0,
    holdUntil: null,
    earnedAt: null,
    barredReason: null,
    version: 1,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
}

/**
 * A commission that was nobody's, given anew under fresh terms: it keeps its id, for an order has one. What the book took back
 * of it stays told as reversed until it is earned again.
 */
export function reopenedCommission(barred: CommissionRow, fresh: CommissionRow): CommissionRow {
  const wasPosted = barred.state === "reversed";
  return {
    ...fresh,
    state: wasPosted ? "reversed" : "forecast",
    reversedMinor: wasPosted ? fresh.amountMinor : 0,
    version: barred.version + 1,
    createdAt: barred.createdAt,
  };
}

export interface CommissionMove {
  readonly changes: Pick<
    CommissionRow,
    | "state"
    | "amountMinor"
    | "feeMinor"
    | "vatBps"
    | "vatMinor"
    | "reversedMinor"
    | "postedMinor"
    | "postedFeeMinor"
    | "postedVatMinor"
    | "holdUntil"
    | "earnedAt"
  >;
  /** Target minus posted: positive parts are earned, negative ones reversed. */
  readonly delta: Parts;
  readonly changed: boolean;
}

export interface OrderForCommission {
  readonly amountMinor: number;
  readonly payment: Payment;
  readonly holdDays: number | null;
  readonly state: OrderState;
  /** VAT rate in force when the cash was collected, or now while it is not. */
  readonly vatBps: number;
}

/**
 * Where the order's state moves its commission, and what the ledger lacks for it: target minus posted (money.md 4).
 * A part once posted keeps its VAT rate; before that the rate of the day of collection counts.
 */
export function nextCommission(row: CommissionRow, order: OrderForCommission): CommissionMove {
  const wasPosted = row.state !== "forecast" && row.state !== "void";
  const vatBps = wasPosted ? row.vatBps : order.vatBps;
  const left = remainingParts(row, vatBps, order.state.refundedMinor, order.amountMinor);
  const isEarning = order.state.collectedAt !== null && row.barredReason === null;
  const target = isEarning ? left : NOTHING;
  const state = row.barredReason === null ? nextState(row.state, order, wasPosted) : wasPosted ? "reversed" : "void";
  const shown = wasPosted
    ? row
    : { amountMinor: left.commissionMinor, feeMinor: left.feeMinor, vatMinor: left.vatMinor };
  const amountMinor = Math.max(shown.amountMinor, target.commissionMinor);
  const changes = {
    state,
    amountMinor,
    feeMinor: wasPosted && isEarning ? target.feeMinor : shown.feeMinor,
    vatBps,
    vatMinor: wasPosted && isEarning ? target.vatMinor : shown.vatMinor,
    reversedMinor: wasPosted ? amountMinor - target.commissionMinor : 0,
    postedMinor: target.commissionMinor,
    postedFeeMinor: target.feeMinor,
    postedVatMinor: target.vatMinor,
    holdUntil:
      order.state.collectedAt === null
        ? row.holdUntil
        : order.state.collectedAt + holdDaysOf(order.payment, order.holdDays) * DAY_MS,
    earnedAt: order.state.collectedAt ?? row.earnedAt,
  };
  return { changes, delta: deltaOf(row, target), changed: differs(row, changes) };
}

const NOTHING: Parts = { commissionMinor: 0, feeMinor: 0, vatMinor: 0 };

function nextState(state: CommissionState, order: OrderForCommission, wasPosted: boolean): CommissionState {
  const allRefunded = order.state.refundedMinor >= order.amountMinor;
  if (order.state.collectedAt !== null && !allRefunded) return wasPosted && state !== "reversed" ? state : "earned";
  if (wasPosted) return "reversed";
  return isExit(order.state.status) || order.state.collectedAt !== null ? "void" : "forecast";
}

function deltaOf(row: CommissionRow, target: Parts): Parts {
  return {
    commissionMinor: target.commissionMinor - row.postedMinor,
    feeMinor: target.feeMinor - row.postedFeeMinor,
    vatMinor: target.vatMinor - row.postedVatMinor,
  };
}

function differs(row: CommissionRow, changes: CommissionMove["changes"]): boolean {
  const before: Readonly<Record<string, unknown>> = row;
  return Object.entries(changes).some(([key, value]) => before[key] !== value);
}

/** Whether the move touches the book; if so it is the commissions queue's to make. */
export function postsToLedger({ delta }: CommissionMove): boolean {
  return delta.commissionMinor !== 0 || delta.feeMinor !== 0 || delta.vatMinor !== 0;
}
