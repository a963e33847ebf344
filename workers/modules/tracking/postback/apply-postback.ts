import { reportConversion as reportSchema } from "../../../../schemas/conversions.ts";
import { fieldMessage } from "../../../../schemas/field-messages.ts";
import type { Postback } from "../../../../schemas/touches.ts";
import { Conflict, type DomainError, Invalid, NotFound } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { findOrder } from "../../conversions/queries.ts";
import { connectorContext, sourceOf } from "../connectors/connector-context.ts";
import type { ConnectorRow } from "../connectors/tables.ts";
import type { DeliveryEnd } from "../inbound/statements.ts";
import { recordOrderEvent } from "../record-order-event.ts";
import { reportConversion } from "../report-conversion.ts";
import { eventOf, type ReadStatus, reportOf } from "./rules.ts";

/** What became of a postback, and what its sender is told when it could not be done. */
export type PostbackEnd = DeliveryEnd & { readonly failure?: DomainError };

type Reported = "created" | "known" | "differs" | "none";

/**
 * Records what a postback says: the order with amount, currency and payment, then its status. An order known with another
 * amount, currency or payment stays as it is, and goes on with what is said of it (money.md 1).
 */
export async function applyPostback(ctx: Context, connector: ConnectorRow, said: Postback): Promise<PostbackEnd> {
  const orderId = `${connector.orderIdPrefix ?? ""}${said.order_id}`;
  const status = eventOf(connector, said);
  const report = reportOf({ ...said, order_id: orderId });
  if (report === undefined && !status) return { orderId, ...malformed(ctx, ["amount_minor", "currency", "payment"]) };
  if (isMissing(report)) return { orderId, ...malformed(ctx, report) };
  const order = report === undefined ? undefined : reportSchema.safeParse(report, { reportInput: true });
  if (order?.error) {
    const errors = order.error.issues.map((issue) => ({
      path: PARAMETERS[String(issue.path[0])] ?? "order_id",
      message: fieldMessage(issue, ctx.locale),
    }));
    return { orderId, outcome: "malformed", failure: new Invalid("webhook.malformed", errors) };
  }
  const merchant = connectorContext(ctx, connector);
  const reported = order ? await reportTo(merchant, connector, order.data) : "none";
  return record(merchant, connector, orderId, reported, status);
}

const PARAMETERS: Readonly<Record<string, string>> = {
  amountMinor: "amount_minor",
  currency: "currency",
  payment: "payment",
  clickToken: "click",
  couponCode: "coupon",
};

const isMissing = (report: ReturnType<typeof reportOf>): report is readonly string[] => Array.isArray(report);

function malformed({ locale }: Context, missing: readonly string[]): PostbackEnd {
  const errors = missing.map((path) => ({ path, message: fieldMessage("value.missing", locale) }));
  return { outcome: "malformed", failure: new Invalid("webhook.malformed", errors) };
}

async function reportTo(
  ctx: Context,
  connector: ConnectorRow,
  order: Parameters<typeof reportConversion>[1],
): Promise<Reported> {
  try {
    const { created } = await reportConversion(ctx, order, sourceOf(connector));
    return created ? "created" : "known";
  } catch (failure) {
    if (failure instanceof Conflict && failure.code === "conversion.order_id_reused") return "differs";
    throw failure;
  }
}

async function record(
  ctx: Context,
  connector: ConnectorRow,
  orderId: string,
  reported: Reported,
  status: ReadStatus | undefined,
): Promise<PostbackEnd> {
  const known = await findOrder(ctx, connector.merchantId, orderId);
  if (!known) return { orderId, outcome: "order_unknown", failure: new NotFound("conversion.not_found") };
  const about = { orderId, conversionId: known.conversion.id };
  try {
    const recorded = status && (await recordOrderEvent(ctx, about.conversionId, status.event, sourceOf(connector)));
    return { ...about, outcome: outcomeOf(reported, status?.kind, recorded?.outcome === "applied") };
  } catch (failure) {
    if (!(failure instanceof Conflict) || failure.code === "row.changed") throw failure;
    return { ...about, outcome: "refused", reason: failure.code, failure };
  }
}

function outcomeOf(reported: Reported, kind: ReadStatus["kind"] | undefined, isApplied: boolean) {
  if (kind === "unknown") return "unknown_label";
  if (reported === "differs") return "order_differs";
  if (reported === "created" || isApplied) return "recorded";
  return kind === "note" ? "noted" : "unchanged";
}
