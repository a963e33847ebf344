import { Conflict } from "../../core/errors.ts";
import { commit, retryLostRace, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import type { Posted } from "../../vendors/outbound/post-json.ts";
import { audit } from "../audit/statements.ts";
import { queueMail } from "../mail/statements.ts";
import { happened } from "../outbox/statements.ts";
import { notify } from "../users/statements.ts";
import { findOwner, findSending, type Sending } from "./queries.ts";
import { claimedUntil, GONE, hasFailedTooLong, isDue, nextAttemptOn } from "./rules.ts";
import { openSecrets } from "./secrets.ts";
import { signedHeaders } from "./sign-webhook.ts";
import {
  changeEndpoint,
  claimDelivery,
  endpointFailed,
  endpointSucceeded,
  holdDeliveries,
  holdIfPaused,
  moveDelivery,
} from "./statements.ts";
import type { DeliveryRow, EndpointRow } from "./tables.ts";

const USER_AGENT = "ShareYourSales-Webhooks/1";
// Waits up to this are kept by the queue; longer ones by the row and the cron.
const SOON_MS = 150_000;

/**
 * Makes one attempt at a delivery: it is claimed first, so that a doubled message finds nothing to do, and the outcome is kept in
 * its row. What goes wrong outside is no failure of the verb: the row says when to try again.
 */
export async function sendWebhook(ctx: Context, deliveryId: string): Promise<void> {
  const sending = await claim(ctx, deliveryId);
  if (!sending) return;
  const startedAt = ctx.now();
  const posted = await attempt(ctx, sending);
  const outcome = { ...posted, durationMs: ctx.now() - startedAt };
  await retryLostRace(() => conclude(ctx, sending.delivery, outcome));
}

async function claim(ctx: Context, deliveryId: string): Promise<Sending | null> {
  const read = await findSending(ctx, deliveryId);
  if (!read || !isDue(read.delivery, ctx.now())) return null;
  if (read.endpoint.state === "paused" || read.endpoint.removedAt !== null) {
    await commit(ctx, [holdIfPaused(deliveryId)]);
    return null;
  }
  try {
    await commit(ctx, claimDelivery(ctx, read.delivery));
  } catch (failure) {
    if (failure instanceof Conflict) return null;
    throw failure;
  }
  const { attempts, roundAttempts } = read.delivery;
  const counted = { attempts: attempts + 1, roundAttempts: roundAttempts + 1 };
  return { ...read, delivery: { ...read.delivery, ...counted, nextAttemptAt: claimedUntil(ctx.now()) } };
}

async function attempt(ctx: Context, { delivery, endpoint }: Sending): Promise<Posted> {
  const message = { id: delivery.id, timestamp: Math.floor(ctx.now() / 1000), body: delivery.payload };
  const headers = signedHeaders(message, await openSecrets(ctx, endpoint));
  return ctx.vendors.postJson(endpoint.url, { ...headers, "User-Agent": USER_AGENT }, delivery.payload);
}

interface Outcome extends Posted {
  readonly durationMs: number;
}

async function conclude(ctx: Context, claimed: DeliveryRow, outcome: Outcome): Promise<void> {
  const read = await findSending(ctx, claimed.id);
  // An attempt that took longer than its claim says nothing any more.
  if (read?.delivery.state !== "waiting" || read.delivery.attempts !== claimed.attempts) return;
  const { status, durationMs } = outcome;
  if (status !== null && status >= 200 && status < 300) {
    const arrived = { state: "delivered", deliveredAt: ctx.now(), nextAttemptAt: null, lastError: null } as const;
    const kept = moveDelivery(ctx, read.delivery, { ...arrived, lastStatus: status, durationMs });
    return commit(ctx, [...kept, endpointSucceeded(ctx, read.endpoint.id)]);
  }
  const [byte = 0] = ctx.random(1);
  const next = nextAttemptOn(read.delivery, ctx.now(), byte / 255);
  await commit(ctx, await failed(ctx, read, outcome, next));
  if (next !== null && next - ctx.now() <= SOON_MS) {
    const delaySeconds = Math.ceil((next - ctx.now()) / 1000);
    ctx.nudge({ kind: "webhook.due", deliveryIds: [claimed.id], delaySeconds });
  }
}

async function failed(
  ctx: Context,
  { delivery, endpoint }: Sending,
  { status, fault, durationMs }: Outcome,
  next: number | null,
): Promise<Statement[]> {
  const isTest = delivery.event === "webhook.test";
  const said = { lastStatus: status, lastError: fault ?? "bad_status", durationMs } as const;
  const isPaused =
    endpoint.state === "active" && (status === GONE || (!isTest && hasFailedTooLong(endpoint, ctx.now())));
  const left = next === null ? ({ state: "failed", nextAttemptAt: null } as const) : { nextAttemptAt: next };
  return [
    ...moveDelivery(ctx, delivery, { ...said, ...left }),
    endpointFailed(ctx, endpoint.id, isTest),
    ...(isPaused ? await paused(ctx, endpoint) : [holdIfPaused(delivery.id)]),
  ];
}

/** Pauses the endpoint and tells its owner, in the app and by mail. */
async function paused(ctx: Context, endpoint: EndpointRow): Promise<Statement[]> {
  const owner = await findOwner(ctx, endpoint.ownerId);
  const { host } = new URL(endpoint.url);
  const mail =
    owner &&
    (await queueMail(ctx, {
      to: owner.email,
      userId: owner.id,
      locale: owner.locale,
      template: "webhook_paused",
      values: { name: owner.displayName, url: `${ctx.config.APP_URL}/settings/webhooks/${endpoint.id}`, host },
    }));
  return [
    ...changeEndpoint(ctx, endpoint, { state: "paused", pausedBy: "failures" }),
    holdDeliveries(endpoint.id),
    happened(ctx, "endpoint.paused", endpoint.id),
    audit(ctx, "endpoint.paused", endpoint.id, { host }),
    ...(mail ? [notify(ctx, endpoint.ownerId, "webhook.paused", { url: host, endpointId: endpoint.id }), mail] : []),
  ];
}
