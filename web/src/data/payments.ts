import { query } from "@solidjs/router";
import type { Commission, InfluencerBalance, MerchantBalance } from "../../../schemas/payments.ts";
import { paymentsClient } from "../client.ts";

const FEW = "8";

/** Where an influencer's money is. */
export const influencerBalance = query(async (): Promise<InfluencerBalance | undefined> => {
  const balance = await (await paymentsClient.balance.$get()).json();
  return "pendingMinor" in balance ? balance : undefined;
}, "payments.influencerBalance");

/** What a merchant owes. */
export const merchantBalance = query(async (): Promise<MerchantBalance | undefined> => {
  const balance = await (await paymentsClient.balance.$get()).json();
  return "dueMinor" in balance ? balance : undefined;
}, "payments.merchantBalance");

/** The newest commissions, a few. */
export const latestCommissions = query(async (): Promise<readonly Commission[]> => {
  const answer = await paymentsClient.commissions.$get({ query: { limit: FEW } });
  return (await answer.json()).data;
}, "payments.latestCommissions");
