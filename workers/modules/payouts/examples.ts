import type { Commission, InfluencerBalance, LedgerEntry } from "../../../schemas/payments.ts";

/** What the API documentation shows; tests parse each example with the schema of its operation. */
export const balanceExample: InfluencerBalance = {
  currency: "MAD",
  forecastMinor: 41_250,
  pendingMinor: 6750,
  availableMinor: 120_000,
  inTransitMinor: 0,
  paidMinor: 310_500,
};

export const commissionExample: Commission = {
  id: "com_01kaqhb0d3f2t8x4k6m7n8p9qb",
  conversionId: "cnv_01kaqhb0c9f2t8x4k6m7n8p9qa",
  linkId: "lnk_01kaqh9a1bf3v8zc0m5n6p7q8r",
  influencerId: "usr_01kaqh2m4nf3v8zc0m5n6p7q8r",
  merchantId: "usr_01kaqh1k3mf3v8zc0m5n6p7q8r",
  state: "earned",
  amountMinor: 6750,
  reversedMinor: 0,
  rateBps: 1500,
  holdUntil: "2026-12-04T16:20:00.000Z",
  blockedBy: ["hold", "statement"],
  createdAt: "2026-11-23T09:00:02.318Z",
};

export const ledgerEntryExample: LedgerEntry = {
  id: "8412",
  transactionId: "txn_01kaqhb1e7f2t8x4k6m7n8p9qc",
  reason: "commission.earned",
  subject: "com_01kaqhb0d3f2t8x4k6m7n8p9qb",
  account: "influencer:usr_01kaqh2m4nf3v8zc0m5n6p7q8r:pending",
  counterAccount: "merchant:usr_01kaqh1k3mf3v8zc0m5n6p7q8r:due",
  amountMinor: 6750,
  direction: "in",
  at: "2026-11-27T16:25:41.007Z",
};
