import type { WebhookDelivery } from "../../../schemas/webhooks.ts";
import { Conflict } from "../../core/errors.ts";
import { commit, retryLostRace } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { deliveryObject } from "./delivery-object.ts";
import { getOwnSending } from "./queries.ts";
import { moveDelivery } from "./statements.ts";

/**
 * Sends a delivery again, whatever became of it: the same id and the same body, so that a server that has it already knows.
 * @throws NotFound `delivery.not_found` @throws Conflict `endpoint.paused`
 */
export async function replayDelivery(ctx: Context, deliveryId: string): Promise<WebhookDelivery> {
  const answer = await retryLostRace(() => attempt(ctx, deliveryId));
  ctx.nudge({ kind: "webhook.due", deliveryIds: [deliveryId] });
  return answer;
}

async function attempt(ctx: Context, deliveryId: string): Promise<WebhookDelivery> {
  const { delivery, endpoint } = await getOwnSending(ctx, deliveryId);
  if (endpoint.state === "paused") throw new Conflict("endpoint.paused");
  const again = { state: "waiting", roundAttempts: 0, nextAttemptAt: ctx.now() } as const;
  const answer = deliveryObject({ ...delivery, ...again });
  await commit(
    ctx,
    [
      ...moveDelivery(ctx, delivery, again),
      audit(ctx, "endpoint.replayed", endpoint.id, { deliveryId, was: delivery.state }),
    ],
    { status: 200, body: answer },
  );
  return answer;
}
