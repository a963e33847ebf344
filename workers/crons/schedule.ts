import { settleOwners } from "../modules/analytics/breakdowns/settle-owners.ts";
import { computeProductStats } from "../modules/analytics/product-stats/compute-product-stats.ts";
import { indexDueProducts } from "../modules/catalogue/index-due-products.ts";
import type { Context } from "../platform/context.ts";
import { createContext } from "../platform/context.ts";
import type { Env } from "../platform/env.ts";
import { spreadNews } from "../queues/news.ts";
import { archiveOldClicks } from "./archive-old-clicks.ts";
import { drainOutbox } from "./drain-outbox.ts";
import { endClaims } from "./end-claims.ts";
import { expireRequests } from "./expire-requests.ts";
import { forgetClaimEvidence } from "./forget-claim-evidence.ts";
import { forgetOldRows } from "./forget-old-rows.ts";
import { pollConnectors } from "./poll-connectors.ts";
import { remindOfOrders } from "./remind-of-orders.ts";
import { resendDeliveries } from "./resend-deliveries.ts";
import { resendMails } from "./resend-mails.ts";
import { resendSpilledClicks } from "./resend-spilled-clicks.ts";
import { resendWebhooks } from "./resend-webhooks.ts";
import { warmCache } from "./warm-cache.ts";
import { weighFraudRates } from "./weigh-fraud-rates.ts";

/** Cron string of wrangler.toml to its jobs; a house test holds the two lists against each other. */
export const SCHEDULE: Readonly<Record<string, readonly ((ctx: Context) => Promise<void>)[]>> = {
  "* * * * *": [
    drainOutbox,
    resendMails,
    resendDeliveries,
    pollConnectors,
    resendWebhooks,
    resendSpilledClicks,
    expireRequests,
    endClaims,
    indexDueProducts,
    warmCache,
    spreadNews,
  ],
  "*/10 * * * *": [computeProductStats, settleOwners, weighFraudRates],
  "5 8 * * *": [remindOfOrders],
  "17 3 * * *": [forgetOldRows, forgetClaimEvidence, archiveOldClicks],
};

/** Runs the jobs of the cron that fired; one that fails does not keep the others from running. */
export async function runCron(
  controller: ScheduledController,
  env: Env,
  executionCtx: ExecutionContext,
): Promise<void> {
  for (const job of SCHEDULE[controller.cron] ?? []) {
    const ctx = createContext(env, (work) => executionCtx.waitUntil(work), {
      actor: { role: "system", job: `cron:${job.name}` },
    });
    await job(ctx).catch((failure: unknown) =>
      ctx.log("error", "a cron job failed", { job: job.name, error: String(failure) }),
    );
  }
}
