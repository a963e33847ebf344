import { env } from "cloudflare:workers";
import type { Connector, InboundDelivery } from "../../schemas/connectors.ts";
import type { Conversion } from "../../schemas/conversions.ts";
import { processDelivery } from "../../workers/modules/tracking/inbound/process-delivery.ts";
import type { ReceivedPlatform } from "../../workers/vendors/delivery-schemes.ts";
import { connect } from "../support/fake-shop.ts";
import { addUser, call, runCommissionQueue, systemContext } from "../support/world.ts";

/** Does what the inbound queue does with everything of the connector that waits, at once or at the given time. */
export async function carryOut(connectorId: string, now = Date.now()): Promise<void> {
  const { results } = await env.CORE_DB.prepare(
    "SELECT id FROM inbound_deliveries WHERE connector_id = ? AND outcome = 'waiting' ORDER BY id",
  )
    .bind(connectorId)
    .all<{ id: string }>();
  for (const { id } of results) {
    const ctx = systemContext({ now: () => now });
    await processDelivery(ctx, id);
    await ctx.settled();
  }
}

/** The connector's log as its merchant reads it, oldest first. */
export async function logOf(key: string, connectorId: string, language = "en"): Promise<InboundDelivery[]> {
  const { body } = await call<{ data: InboundDelivery[] }>(
    "GET",
    `/api/tracking/connectors/${connectorId}/deliveries?limit=100`,
    { key, headers: { "Accept-Language": language } },
  );
  return body.data.toReversed();
}

export async function connectorOf(key: string, connectorId: string): Promise<Connector | undefined> {
  const { body } = await call<{ data: Connector[] }>("GET", "/api/tracking/connectors", { key });
  return body.data.find(({ id }) => id === connectorId);
}

/** The order as its merchant reads it, its commission posted. */
export async function orderOf(key: string, orderId: string): Promise<Conversion> {
  const path = `/api/tracking/conversions/${encodeURIComponent(orderId)}`;
  const { body } = await call<Conversion>("GET", path, { key });
  if (body.id) await runCommissionQueue(body.id);
  return (await call<Conversion>("GET", path, { key })).body;
}

export async function notificationsOf(userId: string, kind: string): Promise<Record<string, unknown>[]> {
  const { results } = await env.CORE_DB.prepare("SELECT data FROM notifications WHERE user_id = ? AND kind = ?")
    .bind(userId, kind)
    .all<{ data: string }>();
  return results.map(({ data }) => JSON.parse(data));
}

/** A merchant of its own with one connector, and what sends to it. */
export async function shopOf(platform: ReceivedPlatform, more: Readonly<Record<string, unknown>> = {}) {
  const merchant = await addUser("merchant");
  const { id, shop } = await connect(merchant.apiKey, platform, more);
  return { merchant, key: merchant.apiKey, id, shop };
}

/** Everything the database keeps of the connector's log, as one text. */
export async function storedOf(connectorId: string): Promise<string> {
  const { results } = await env.CORE_DB.prepare("SELECT * FROM inbound_deliveries WHERE connector_id = ?")
    .bind(connectorId)
    .all();
  return JSON.stringify(results);
}
