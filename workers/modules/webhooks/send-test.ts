import type { WebhookDelivery } from "../../../schemas/webhooks.ts";
import { Conflict } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { deliveryObject } from "./delivery-object.ts";
import { getEndpoint } from "./queries.ts";
import { insertDelivery } from "./statements.ts";
import type { DeliveryRow } from "./tables.ts";

/**
 * Sends `webhook.test` to an endpoint, once: a test that fails is not tried again and pauses nothing.
 * @throws NotFound `endpoint.not_found` @throws Conflict `endpoint.paused`
 */
export async function sendTest(ctx: Context, endpointId: string): Promise<WebhookDelivery> {
  const endpoint = await getEndpoint(ctx, endpointId);
  if (endpoint.state === "paused") throw new Conflict("endpoint.paused");
  const now = ctx.now();
  const message = {
    type: "webhook.test",
    timestamp: new Date(now).toISOString(),
    data: { object: { endpointId }, previous: null },
  };
  const row: DeliveryRow = {
    id: ctx.newId("whd"),
    endpointId,
    newsId: null,
    event: "webhook.test",
    subjectId: endpointId,
    payload: JSON.stringify(message),
    state: "waiting",
    attempts: 0,
    roundAttempts: 0,
    lastStatus: null,
    lastError: null,
    durationMs: null,
    nextAttemptAt: now,
    createdAt: now,
    deliveredAt: null,
  };
  const answer = deliveryObject(row);
  await commit(ctx, [insertDelivery(row), audit(ctx, "endpoint.tested", endpointId)], { status: 201, body: answer });
  return answer;
}
