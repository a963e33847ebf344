import type { RecordOrderEvent } from "../../../../schemas/conversions.ts";
import { reportConversion as reportSchema } from "../../../../schemas/conversions.ts";
import type { ReadDelivery } from "../../../../schemas/shop-deliveries.ts";
import { couponKey } from "../../../../schemas/text.ts";
import { actingAs } from "../../../core/actor.ts";
import { Conflict, DomainError } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { findOrder, listEvents } from "../../conversions/queries.ts";
import { sourceOf } from "../connectors/connector-context.ts";
import type { ConnectorRow, InboundDeliveryRow } from "../connectors/tables.ts";
import { recordOrderEvent } from "../record-order-event.ts";
import { reportConversion } from "../report-conversion.ts";
import { findOwnCode } from "./queries.ts";
import { eventsOf, type LabelReading, notAfter, readLabels } from "./rules.ts";
import type { DeliveryEnd } from "./statements.ts";

/**
 * Records what a shop's delivery says for the acting merchant: the order, where it stands, and its refunds. An order that is
 * known with another amount, currency or payment keeps what came first, and goes on with what the shop says became of it.
 */
export async function applyShopDelivery(
  ctx: Context,
  connector: ConnectorRow,
  delivery: InboundDeliveryRow,
  read: ReadDelivery,
): Promise<DeliveryEnd | "order_unknown"> {
  const orderId = `${connector.orderIdPrefix ?? ""}${read.meaning.storeOrderId}`;
  const labels = readLabels(connector, read.meaning, read.facts);
  const report = await reportOrder(ctx, connector, orderId, read, labels);
  if (typeof report !== "string") return { ...report, orderId };
  const merchant = actingAs(ctx, "merchant");
  const known = await findOrder(ctx, merchant.id, orderId);
  if (!known) return labels.isNoOrder ? { orderId, outcome: "ignored", reason: "no_order" } : "order_unknown";
  const about = { orderId, conversionId: known.conversion.id };
  const told = await listEvents(ctx, known.conversion.id);
  const events = eventsOf(read, labels, {
    told,
    source: sourceOf(connector),
    bodySha256: delivery.bodySha256 ?? delivery.id,
  });
  const isChanged = await recordEvents(ctx, connector, known.conversion.id, events);
  return { ...about, ...endOf(read, labels, report, isChanged) };
}

type Report = "created" | "known" | "differs" | "none";

// Only what carries an order's amount reports it; a refund waits for its order.
async function reportOrder(
  ctx: Context,
  connector: ConnectorRow,
  orderId: string,
  read: ReadDelivery,
  labels: LabelReading,
): Promise<Report | Omit<DeliveryEnd, "orderId">> {
  const { commissionableMinor } = read.meaning;
  if (commissionableMinor === null) return "none";
  if (commissionableMinor <= 0) return { outcome: "ignored", reason: "no_amount" };
  if (labels.isNoOrder) return "none";
  const parsed = reportSchema.safeParse(await reportOf(ctx, orderId, read));
  if (!parsed.success) return { outcome: "refused", reason: String(parsed.error.issues[0]?.path[0] ?? "order") };
  try {
    const { created } = await reportConversion(ctx, parsed.data, sourceOf(connector));
    return created ? "created" : "known";
  } catch (failure) {
    if (failure instanceof Conflict && failure.code === "conversion.order_id_reused") return "differs";
    throw failure;
  }
}

async function reportOf(ctx: Context, orderId: string, { meaning, facts }: ReadDelivery): Promise<unknown> {
  const codes = new Map(meaning.couponCodes.map((code) => [couponKey(code), code]));
  const [first] = meaning.couponCodes;
  const own = codes.size > 1 ? await findOwnCode(ctx, actingAs(ctx, "merchant").id, codes) : undefined;
  return {
    orderId,
    clickToken: meaning.clickToken ?? null,
    couponCode: own ?? first ?? null,
    amountMinor: meaning.commissionableMinor,
    currency: meaning.currency,
    payment: meaning.payment,
    occurredAt: notAfter(ctx.now(), facts.orderedAt),
    items: facts.items,
    customer: facts.customer,
  };
}

async function recordEvents(
  ctx: Context,
  connector: ConnectorRow,
  conversionId: string,
  events: readonly RecordOrderEvent[],
): Promise<boolean> {
  let isChanged = false;
  for (const event of events) {
    try {
      const { occurredAt, ...rest } = event;
      const at = notAfter(ctx.now(), occurredAt === undefined ? null : Date.parse(occurredAt));
      const input = at === undefined ? rest : { ...rest, occurredAt: at };
      const { outcome } = await recordOrderEvent(ctx, conversionId, input, sourceOf(connector));
      if (outcome === "applied") isChanged = true;
    } catch (failure) {
      if (!isKnownAlready(failure)) throw failure;
    }
  }
  return isChanged;
}

// The same event or refund was told before, with another time or share: what came first stands.
function isKnownAlready(failure: unknown): boolean {
  return failure instanceof DomainError && (failure.code === "event.id_reused" || failure.code === "refund.id_reused");
}

function endOf(read: ReadDelivery, labels: LabelReading, report: Report, isChanged: boolean): DeliveryEnd {
  const [unknown] = labels.unknown;
  const label = unknown ?? read.facts.labels[0] ?? null;
  if (unknown !== undefined) return { outcome: "unknown_label", label };
  if (report === "differs") return { outcome: "order_differs", label };
  if (report === "created" || isChanged) return { outcome: "recorded", label };
  return { outcome: labels.notes.length > 0 ? "noted" : "unchanged", label };
}
