import type * as z from "zod";
import type { blockInfluencer, InfluencerCard } from "../../../../schemas/requests.ts";

/** What the API documentation shows; tests parse each example with the schema of its operation. */
export const influencerCardExample: InfluencerCard = {
  id: "usr_01kaqh5c1bf3v8zc0m5n6p7q8r",
  displayName: "Sara El Idrissi",
  handle: "sara.style",
  kycApproved: true,
  followers: 48_200,
  accounts: [
    {
      id: "soc_01kaqh6b3df3v8zc0m5n6p7q8r",
      provider: "instagram",
      username: "sara.style",
      followers: 48_200,
      engagementBps: 412,
    },
  ],
  conversions: 86,
  deliveryRateBps: 7_420,
  conversionsWithYou: 12,
  blocked: false,
  memberSince: "2026-03-02T10:00:00.000Z",
};

export const blockInfluencerExample: z.input<typeof blockInfluencer> = { blocked: true, reason: "Fausses commandes" };
