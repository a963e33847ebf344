/**
 * Half-up division of integers: a half goes away from zero (money.md).
 * @param numerator any integer, @param denominator a positive integer; both as BigInt so that 10^12 x 10^12 stays exact.
 */
export function halfUp(numerator: bigint, denominator: bigint): number {
  const doubled = 2n * (numerator < 0n ? -numerator : numerator) + denominator;
  const rounded = doubled / (2n * denominator);
  return Number(numerator < 0n ? -rounded : rounded);
}

/** The share of `amountMinor` (centimes) at `rateBps` (basis points, 10000 = all of it), rounded half-up. */
export function shareOf(amountMinor: number, rateBps: number): number {
  return halfUp(BigInt(amountMinor) * BigInt(rateBps), 10_000n);
}

/**
 * What is left of `originalMinor` when `refundedMinor` of a base of `baseMinor` has gone back (money.md 4):
 * original - half-up(original x refunded / base). The last refund takes the remainder, so nothing leaks.
 */
export function remainingAfterRefund(originalMinor: number, refundedMinor: number, baseMinor: number): number {
  return originalMinor - halfUp(BigInt(originalMinor) * BigInt(refundedMinor), BigInt(baseMinor));
}
