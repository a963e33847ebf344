import * as z from "zod";
import { pageQuery } from "./page.ts";

export const COMMISSION_STATES = ["forecast", "earned", "available", "paid", "void", "reversed"] as const;
export type CommissionState = (typeof COMMISSION_STATES)[number];

const minor = z.int();

/** Centimes of MAD. `pending` is earned and in hold, `inTransit` is on its way to the bank. */
export const influencerBalance = z
  .object({
    currency: z.literal("MAD"),
    forecastMinor: minor,
    pendingMinor: minor,
    availableMinor: minor,
    inTransitMinor: minor,
    paidMinor: minor,
  })
  .meta({ id: "InfluencerBalance" });
/** Centimes of MAD. A negative `dueMinor` is a credit of the merchant. */
export const merchantBalance = z
  .object({
    currency: z.literal("MAD"),
    dueMinor: minor,
    forecastMinor: minor,
    paidMinor: minor,
  })
  .meta({ id: "MerchantBalance" });
export const balance = z.union([influencerBalance, merchantBalance]);
export type InfluencerBalance = z.infer<typeof influencerBalance>;
export type MerchantBalance = z.infer<typeof merchantBalance>;

export const commission = z
  .object({
    id: z.string(),
    conversionId: z.string(),
    linkId: z.string(),
    influencerId: z.string(),
    merchantId: z.string(),
    state: z.enum(COMMISSION_STATES),
    amountMinor: minor,
    reversedMinor: minor,
    rateBps: z.int().nullable(),
    holdUntil: z.string().nullable(),
    blockedBy: z.array(z.enum(["hold", "statement", "fraud"])),
    createdAt: z.string(),
  })
  .meta({ id: "Commission" });
export type Commission = z.infer<typeof commission>;

export const ledgerEntry = z
  .object({
    id: z.string(),
    transactionId: z.string(),
    reason: z.string(),
    subject: z.string(),
    account: z.string(),
    counterAccount: z.string(),
    amountMinor: minor,
    direction: z.enum(["in", "out"]),
    at: z.string(),
  })
  .meta({ id: "LedgerEntry" });
export type LedgerEntry = z.infer<typeof ledgerEntry>;

export const commissionQuery = pageQuery.extend({ state: z.enum(COMMISSION_STATES).optional() });
export type CommissionQuery = z.infer<typeof commissionQuery>;
