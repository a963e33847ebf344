import type * as z from "zod";
import type { decideKyc, KycDecision, Subscription, setExchangeRate, setPlan } from "../../../schemas/admin.ts";

/** What the API documentation shows; tests parse each example with the schema of its operation. */
export const decideKycExample: z.input<typeof decideKyc> = {
  decision: "approved",
  reason: "Both sides of the CIN are readable and match the account.",
  expiresAt: "2031-04-30T00:00:00Z",
};

export const kycDecisionExample: KycDecision = {
  userId: "usr_01kaqh2m4nf3v8zc0m5n6p7q8r",
  state: "approved",
  reason: "Both sides of the CIN are readable and match the account.",
  decidedAt: "2026-11-23T10:02:11.000Z",
  expiresAt: "2031-04-30T00:00:00.000Z",
};

export const setPlanExample: z.input<typeof setPlan> = { plan: "PRO", reason: "Agreed with the merchant by phone." };

export const subscriptionExample: Subscription = {
  plan: "PRO",
  state: "active",
  trialEndsAt: null,
  currentPeriodEnd: null,
  cancelAtPeriodEnd: false,
  pendingPlan: null,
  feeBps: 300,
  source: "manual",
};

export const setExchangeRateExample: z.input<typeof setExchangeRate> = {
  madPerUnitMicros: 10_850_000,
  reason: "Bank Al-Maghrib reference rate of the day of the order.",
};
