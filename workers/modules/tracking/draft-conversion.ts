import type { Conversion, ReportConversion } from "../../../schemas/conversions.ts";
import { PLAN_TERMS } from "../../../schemas/plans.ts";
import type { Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { openCommission } from "../commissions/sync-commission.ts";
import type { CommissionRow } from "../commissions/tables.ts";
import { conversionObject } from "../conversions/conversion-object.ts";
import { orderStateOn } from "../conversions/rules.ts";
import { insertConversion, insertEvent } from "../conversions/statements.ts";
import type { ConversionEventRow, ConversionRow } from "../conversions/tables.ts";
import { happened } from "../outbox/statements.ts";
import { attributionColumns } from "./attribute-conversion.ts";
import { concealCustomer } from "./conceal-customer.ts";
import { eventContentHash } from "./event-content.ts";
import type { Intake, IntakeKeys } from "./queries.ts";
import type { Attribution } from "./rules.ts";
import { provenTerms } from "./statements.ts";
import { attributionOnTouches, countedTouches } from "./touches/rules.ts";
import { decideTouches, provenTouches } from "./touches/statements.ts";

/** An order as it came, and the way it came by. */
export type Report = ReportConversion & { readonly source: string };

export interface OrderToDraft {
  readonly keys: IntakeKeys;
  readonly input: Report;
  readonly orderedAt: number;
  /** By what the order carries itself. */
  readonly attribution: Attribution;
  readonly intake: Intake;
}

export interface DraftedConversion {
  readonly row: ConversionRow;
  readonly commission: CommissionRow | null;
  readonly conversion: Conversion;
  readonly statements: readonly Statement[];
}

/**
 * A new order with all that is kept of it: its attribution, its frozen terms and its forecast. An order that carries no touch
 * goes by those of the browser. Nothing is executed.
 */
export async function draftConversion(ctx: Context, order: OrderToDraft): Promise<DraftedConversion> {
  const { keys, input, orderedAt, intake } = order;
  const id = ctx.newId("cnv");
  const { attribution, ...touched } = touchedBy(ctx, id, order);
  const event = await placedEvent(ctx, id, input, orderedAt);
  const state = orderStateOn({ payment: input.payment, amountMinor: input.amountMinor, events: [event], refunds: [] });
  const row: ConversionRow = {
    id,
    merchantId: keys.merchantId,
    orderId: input.orderId,
    ...state,
    payment: input.payment,
    amountMinor: input.amountMinor,
    currency: input.currency,
    baseMinor: input.currency === "MAD" ? input.amountMinor : null,
    madPerUnitMicros: null,
    orderedAt,
    ...attributionColumns(attribution),
    plan: intake.plan,
    feeBps: PLAN_TERMS[intake.plan].feeBps,
    ...(await concealCustomer(ctx, input.customer)),
    source: input.source,
    courier: null,
    trackingNumber: null,
    remindersSent: 0,
    items: input.items ?? [],
    metadata: input.metadata ?? {},
    version: 1,
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
  };
  const commission = openCommission(ctx, row, state, intake.vatBps);
  const conversion = conversionObject({ viewer: "merchant", nowMs: ctx.now() }, row, commission.row);
  const statements = [
    ...provenTerms(ctx, keys, intake),
    insertConversion(row),
    insertEvent(event),
    ...commission.statements,
    ...touched.statements,
    happened(ctx, "conversion.placed", id),
    audit(ctx, "conversion.reported", id, { by: attribution.by, reason: attribution.reason }),
  ];
  return { row, commission: commission.row, conversion, statements };
}

// The commit proves that no touch has come since they were read: it would be lost.
function touchedBy(ctx: Context, id: string, { keys, input, orderedAt, attribution, intake }: OrderToDraft) {
  if (input.clickToken || keys.couponCode) return { attribution, statements: [] };
  const { merchantId, orderId } = keys;
  const counted = countedTouches(intake.touches, ctx.now());
  const decided = counted.length > 0 ? attributionOnTouches({ merchantId, orderedAt }, counted) : attribution;
  return {
    attribution: decided,
    statements: [
      provenTouches(merchantId, orderId, intake.touches.length),
      ...decideTouches(ctx, id, decided, counted),
    ],
  };
}

async function placedEvent(
  ctx: Context,
  conversionId: string,
  input: ReportConversion,
  occurredAt: number,
): Promise<ConversionEventRow> {
  const content = { status: input.status, occurredAt, refund: null };
  return {
    id: ctx.newId("evt"),
    conversionId,
    source: "order",
    eventId: "reported",
    status: input.status,
    refundId: null,
    refundMinor: null,
    note: null,
    undoes: null,
    occurredAt,
    contentHash: await eventContentHash(content),
    receivedAt: ctx.now(),
  };
}
