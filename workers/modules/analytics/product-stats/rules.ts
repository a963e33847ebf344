import { quotient } from "../numbers/rules.ts";

/** What happened to one product's offers within the window. */
export interface ProductCounts {
  readonly productId: string;
  /** Of people, on all its links. */
  readonly clicks: number;
  readonly conversions: number;
  readonly delivered: number;
  readonly ended: number;
  /** Net commission earned in centimes: what was reversed is taken off, what is only forecast is not there. */
  readonly earnedMinor: number;
}

export interface ProductFigures extends ProductCounts {
  readonly epcMinor: number | null;
  readonly deliveryRateBps: number | null;
}

/**
 * Earnings per click: net earned commission in centimes ÷ human clicks. Delivery rate: delivered orders ÷ orders that
 * ended, in basis points. Both rounded down, null where there is nothing to divide by.
 */
export function draftProductFigures(counts: ProductCounts): ProductFigures {
  return {
    ...counts,
    epcMinor: quotient(counts.earnedMinor, counts.clicks),
    deliveryRateBps: quotient(counts.delivered * 10_000, counts.ended),
  };
}
