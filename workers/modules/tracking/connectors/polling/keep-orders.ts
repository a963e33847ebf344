import { sha256Hex } from "../../../../core/digest.ts";
import { commit, type Statement } from "../../../../db/commit.ts";
import type { Context } from "../../../../platform/context.ts";
import type { PolledOrder } from "../../../../vendors/polled-orders.ts";
import { listKnownKeys } from "../../inbound/queries.ts";
import { bodyOf } from "../../inbound/read-body.ts";
import { sealMeaning } from "../../inbound/sealed-meaning.ts";
import { recordDelivery } from "../../inbound/statements.ts";
import type { ConnectorRow } from "../tables.ts";
import { polledKeyText } from "./rules.ts";

const TOPIC = "poll";

/**
 * Takes the orders of a page into the log, each state of an order once, in the same commit as the connector's new place in the
 * list: nothing is passed over and nothing is taken twice.
 */
export async function keepOrders(
  ctx: Context,
  connector: ConnectorRow,
  orders: readonly PolledOrder[],
  place: readonly Statement[],
): Promise<void> {
  const keyed = await Promise.all(
    orders.map(async (order) => ({ order, hash: await sha256Hex(polledKeyText(order)) })),
  );
  const keyOf = (hash: string) => `poll:${hash}`;
  const known = await listKnownKeys(
    ctx,
    connector.id,
    keyed.map(({ hash }) => keyOf(hash)),
  );
  const news = new Map(keyed.filter(({ hash }) => !known.has(keyOf(hash))).map(({ order, hash }) => [hash, order]));
  const rows = await Promise.all(
    [...news].map(([hash, order]) => rowOf(ctx, connector, { order, hash, deliveryKey: keyOf(hash) })),
  );
  await commit(ctx, [...rows, ...place]);
}

interface Keyed {
  readonly order: PolledOrder;
  readonly hash: string;
  readonly deliveryKey: string;
}

async function rowOf(ctx: Context, connector: ConnectorRow, { order, hash, deliveryKey }: Keyed): Promise<Statement> {
  const id = ctx.newId("inb");
  const draft = { id, connectorId: connector.id, deliveryKey, topic: TOPIC, bodySha256: hash, bytes: 0 };
  const { meaning, label = null } = readOf(order);
  const orderId = `${connector.orderIdPrefix ?? ""}${order.id.slice(0, 100)}`;
  if (!meaning) return recordDelivery(ctx, { ...draft, orderId, outcome: "malformed", reason: "body" });
  const meaningSealed = await sealMeaning(ctx, id, meaning);
  return recordDelivery(ctx, { ...draft, orderId, label, outcome: "waiting", meaningSealed });
}

function readOf({ read }: PolledOrder): Partial<ReturnType<typeof bodyOf>> {
  try {
    return read ? bodyOf(read) : {};
  } catch {
    return {};
  }
}
