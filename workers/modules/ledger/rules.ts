/** An account of the book: its kind, and whose it is where it belongs to one user. */
export interface Account {
  readonly id: string;
  readonly kind: string;
  readonly ownerId: string | null;
}

export interface Posting {
  readonly from: Account;
  readonly to: Account;
  readonly amountMinor: number;
}

const owned = (kind: string, group: string, name: string, ownerId: string): Account => ({
  id: `${group}:${ownerId}:${name}`,
  kind,
  ownerId,
});
const shared = (kind: string): Account => ({ id: kind, kind, ownerId: null });

export const merchantDue = (merchantId: string) => owned("merchant:due", "merchant", "due", merchantId);
export const influencerPending = (influencerId: string) =>
  owned("influencer:pending", "influencer", "pending", influencerId);
export const influencerAvailable = (influencerId: string) =>
  owned("influencer:available", "influencer", "available", influencerId);
export const influencerInTransit = (influencerId: string) =>
  owned("influencer:in_transit", "influencer", "in_transit", influencerId);
export const platformFees = shared("platform:fees");
export const platformVat = shared("platform:vat");
export const taxWithheld = shared("tax:withheld");
export const worldBank = shared("world:bank");

/** The postings that move something; zero amounts are not posted (money.md 5). */
export function nonZero(postings: readonly Posting[]): Posting[] {
  return postings.filter(({ amountMinor }) => amountMinor !== 0);
}
