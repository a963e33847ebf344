import * as z from "zod";
import { pageQuery } from "./page.ts";
import { plan } from "./plans.ts";
import { ADMIN_SCOPES, ROLES } from "./users.ts";

const reason = z.string().trim().min(3).max(500);

export const KYC_STATES = [
  "none",
  "draft",
  "submitted",
  "in_review",
  "approved",
  "rejected",
  "needs_information",
  "expired",
] as const;
export type KycState = (typeof KYC_STATES)[number];

export const decideKyc = z
  .object({
    decision: z.enum(["approved", "rejected", "needs_information"]),
    reason,
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: "DecideKyc" });
export type DecideKyc = z.infer<typeof decideKyc>;

export const kycDecision = z
  .object({
    userId: z.string(),
    state: z.enum(KYC_STATES),
    reason: z.string().nullable(),
    decidedAt: z.string().nullable(),
    expiresAt: z.string().nullable(),
  })
  .meta({ id: "KycDecision" });
export type KycDecision = z.infer<typeof kycDecision>;

/** An admin's change of an account; scopes only for admins, by an owner. */
export const changeUser = z
  .object({
    state: z.enum(["active", "suspended"]).optional(),
    scopes: z.array(z.enum(ADMIN_SCOPES)).max(ADMIN_SCOPES.length).optional(),
    reason,
  })
  .refine(({ state, scopes }) => state !== undefined || scopes !== undefined, { params: { code: "value.missing" } })
  .meta({ id: "ChangeUser" });
export type ChangeUser = z.infer<typeof changeUser>;

export const userQuery = pageQuery.extend({
  q: z.string().trim().max(100).optional(),
  role: z.enum(ROLES).optional(),
  state: z.enum(["active", "suspended"]).optional(),
});
export type UserQuery = z.infer<typeof userQuery>;

export const setPlan = z.object({ plan, reason }).meta({ id: "SetPlan" });
export type SetPlan = z.infer<typeof setPlan>;

export const subscription = z
  .object({
    plan,
    state: z.enum(["trialing", "active", "past_due", "cancelled"]),
    trialEndsAt: z.string().nullable(),
    currentPeriodEnd: z.string().nullable(),
    cancelAtPeriodEnd: z.boolean(),
    pendingPlan: plan.nullable(),
    feeBps: z.int(),
    source: z.enum(["stripe", "manual"]),
  })
  .meta({ id: "Subscription" });
export type Subscription = z.infer<typeof subscription>;

/** MAD per unit of the order's currency, in millionths: 10.85 MAD for a euro is 10850000. */
export const setExchangeRate = z
  .object({ madPerUnitMicros: z.int().min(1).max(1_000_000_000_000), reason })
  .meta({ id: "SetExchangeRate" });
export type SetExchangeRate = z.infer<typeof setExchangeRate>;
