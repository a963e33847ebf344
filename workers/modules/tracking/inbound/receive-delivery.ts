import type { DeliveryOutcome } from "../../../../schemas/connectors.ts";
import { sha256HexOf } from "../../../core/digest.ts";
import { Conflict, Invalid, NotFound, TooLarge, Unauthorized } from "../../../core/errors.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { deliveryIdOf, isSignedBy, type ReceivedPlatform, topicOf } from "../../../vendors/delivery-schemes.ts";
import { findConnector } from "../connectors/queries.ts";
import { openSecret } from "../connectors/secrets.ts";
import type { ConnectorRow, InboundDeliveryRow } from "../connectors/tables.ts";
import { findDelivery } from "./queries.ts";
import { type ReadBody, readBody } from "./read-body.ts";
import { sealMeaning } from "./sealed-meaning.ts";
import { countRefusal, type DeliveryDraft, deliveryRepeated, deliveryTakenUp, recordDelivery } from "./statements.ts";

export interface Sent {
  readonly headers: Headers;
  /** Undefined when there were more than may be read. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  readonly length: number;
}

export interface Received {
  readonly id: string | null;
  readonly outcome: DeliveryOutcome;
}

/**
 * Takes a delivery of a shop or courier into the connector's log: its signature over the bytes is checked before anything is
 * parsed, and what it means is carried out by the inbound queue. The same delivery again only counts.
 * @throws NotFound `connector.not_found` @throws TooLarge `request.too_large` @throws Unauthorized `webhook.signature_wrong`
 * @throws Invalid `webhook.malformed` @throws Conflict `connector.paused`
 */
export async function receiveDelivery(
  ctx: Context,
  platform: ReceivedPlatform,
  connectorId: string,
  { headers, bytes, length }: Sent,
): Promise<Received> {
  const connector = await findConnector(ctx, connectorId);
  if (connector?.platform !== platform) throw new NotFound("connector.not_found");
  if (!bytes) {
    await commit(ctx, [countRefusal(ctx, connectorId, { outcome: "too_large", bodySha256: null, bytes: length })]);
    throw new TooLarge("request.too_large");
  }
  const bodySha256 = await sha256HexOf(bytes);
  const isSigned = isSignedBy(platform, await openSecret(ctx, connector), headers, bytes);
  if (!isSigned && isPing(platform, bytes)) {
    await commit(ctx, [
      countRefusal(ctx, connectorId, { outcome: "ignored", reason: "ping", bodySha256, bytes: length }),
    ]);
    return { id: null, outcome: "ignored" };
  }
  if (!isSigned) {
    await commit(ctx, [countRefusal(ctx, connectorId, { outcome: "signature_wrong", bodySha256, bytes: length })]);
    throw new Unauthorized("webhook.signature_wrong");
  }
  const body = readBody(platform, topicOf(platform, headers), headers.get("Content-Type"), bytes);
  const deliveryId = deliveryIdOf(platform, headers) ?? body.deliveryId ?? null;
  const draft = { connectorId, deliveryId, deliveryKey: keyOf(deliveryId, bodySha256), bodySha256, bytes: length };
  return answerOf(connector, body, await keep(ctx, connector, draft, body));
}

// WooCommerce asks once, unsigned, whether somebody is there; without a 200 it does not save the webhook.
function isPing(platform: ReceivedPlatform, bytes: Uint8Array): boolean {
  return platform === "woocommerce" && bytes.length < 64 && /^webhook_id=\d+$/.test(new TextDecoder().decode(bytes));
}

const keyOf = (deliveryId: string | null, bodySha256: string) =>
  deliveryId === null ? `sha256:${bodySha256}` : `id:${deliveryId}`;

type Known = Pick<DeliveryDraft, "connectorId" | "deliveryId" | "deliveryKey" | "bodySha256" | "bytes">;

async function keep(ctx: Context, connector: ConnectorRow, known: Known, body: ReadBody): Promise<Received> {
  const id = ctx.newId("inb");
  const draft = await draftOf(ctx, connector, { ...known, id }, body);
  try {
    await commit(ctx, [recordDelivery(ctx, draft)]);
    return { id, outcome: draft.outcome };
  } catch (failure) {
    if (!(failure instanceof Conflict) || failure.code !== "row.changed") throw failure;
  }
  return repeat(ctx, connector, known, body);
}

// What was never carried out may come again and is taken up then: it came while the connector was paused, or before its order.
async function repeat(ctx: Context, connector: ConnectorRow, known: Known, body: ReadBody): Promise<Received> {
  const row = await findDelivery(ctx, connector.id, known.deliveryKey);
  if (!row) throw new Conflict("row.changed");
  if (!isUndone(row) || connector.state === "paused" || !body.meaning) {
    await commit(ctx, [deliveryRepeated(row.id)]);
    return { id: row.id, outcome: row.outcome };
  }
  const meaningSealed = await sealMeaning(ctx, row.id, body.meaning);
  await commit(ctx, [deliveryTakenUp(ctx, row.id, meaningSealed)]);
  return { id: row.id, outcome: "waiting" };
}

const isUndone = ({ outcome, reason }: InboundDeliveryRow) =>
  reason === "paused" || outcome === "order_unknown" || outcome === "failed";

async function draftOf(
  ctx: Context,
  { state, orderIdPrefix }: ConnectorRow,
  known: Known & { readonly id: string },
  body: ReadBody,
): Promise<DeliveryDraft> {
  const orderId = body.orderId === null ? null : `${orderIdPrefix ?? ""}${body.orderId}`;
  const draft = { ...known, topic: body.topic, orderId, label: body.label };
  if (state === "paused") return { ...draft, outcome: "ignored", reason: "paused" };
  if (body.fault) return { ...draft, outcome: "malformed", reason: body.fault };
  if (!body.meaning) return { ...draft, outcome: "ignored", reason: "topic" };
  return { ...draft, outcome: "waiting", meaningSealed: await sealMeaning(ctx, known.id, body.meaning) };
}

function answerOf(connector: ConnectorRow, body: ReadBody, received: Received): Received {
  if (connector.state === "paused") throw new Conflict("connector.paused");
  if (body.fault) throw new Invalid("webhook.malformed");
  return received;
}
