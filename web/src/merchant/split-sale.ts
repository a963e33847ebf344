import type { CreateProduct } from "../../../schemas/products.ts";

/** Who gets what of one sale at the price, in centimes (money.md 4: half up); undefined while the price is no amount. */
export function splitSale(priceMinor: number | undefined, commission: CreateProduct["commission"], feeBps: number) {
  if (priceMinor === undefined || !Number.isSafeInteger(priceMinor) || priceMinor < 1) return undefined;
  const shareOf = (bps: number) => Math.round((priceMinor * bps) / 10_000);
  const influencerMinor = commission.type === "rate" ? shareOf(commission.rateBps ?? 0) : (commission.amountMinor ?? 0);
  const feeMinor = shareOf(feeBps);
  return { influencerMinor, feeMinor, merchantMinor: priceMinor - influencerMinor - feeMinor };
}
