import type { ConversionWithOutcome, RecordOrderEvent } from "../../../schemas/conversions.ts";
import { actingAs, actingUser } from "../../core/actor.ts";
import { Conflict } from "../../core/errors.ts";
import { commit, retryLostRace, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { getVatBps } from "../commissions/queries.ts";
import { syncCommission } from "../commissions/sync-commission.ts";
import { conversionObject } from "../conversions/conversion-object.ts";
import { type FoundConversion, getConversion, listEvents, listRefunds } from "../conversions/queries.ts";
import { type OrderState, orderStateOn } from "../conversions/rules.ts";
import { insertEvent, insertRefund, updateConversion } from "../conversions/statements.ts";
import type { ConversionEventRow, ConversionRow, RefundRow } from "../conversions/tables.ts";
import { happened } from "../outbox/statements.ts";
import { DESK, refuseLateReturn, refuseUndo } from "./desk-rules.ts";
import { type EventContent, eventContentHash } from "./event-content.ts";

/**
 * Records one event of an order of the acting merchant: a status, a refund, a remark, or the undoing of another event
 * (money.md 1). The order's state is computed from all events, so late and reordered ones find their place. `source` names
 * who reports: the order desk when a person does, unless told.
 * @throws NotFound `conversion.not_found`, `event.not_found` @throws Forbidden `session.required` for an undo by a program
 * @throws Conflict `event.id_reused`, `refund.id_reused` when the id is known with other content; `event.undo_too_late`,
 * `event.undo_refused`, `return.hold_passed` on the desk
 */
export function recordOrderEvent(
  ctx: Context,
  ref: string,
  input: RecordOrderEvent,
  source?: string,
): Promise<ConversionWithOutcome> {
  const { via } = actingAs(ctx, "merchant");
  return retryLostRace(() => attempt(ctx, ref, input, source ?? (via.kind === "session" ? DESK : "api")));
}

async function attempt(
  ctx: Context,
  ref: string,
  input: RecordOrderEvent,
  source: string,
): Promise<ConversionWithOutcome> {
  const { found, events, outcome, statements } = await draftOrderEvent(
    ctx,
    await getConversion(ctx, ref),
    input,
    source,
  );
  const viewer = { viewer: actingUser(ctx).role, nowMs: ctx.now() };
  const answer = { ...conversionObject(viewer, found.conversion, found.commission, { events }), outcome };
  if (statements.length > 0) await commit(ctx, statements, { status: 200, body: answer });
  return answer;
}

export interface DraftedEvent {
  readonly found: FoundConversion;
  readonly events: readonly ConversionEventRow[];
  readonly outcome: ConversionWithOutcome["outcome"];
  /** None where the event is known already. */
  readonly statements: readonly Statement[];
}

/** What is known of an order beside it. */
export interface ToldSoFar {
  readonly events: readonly ConversionEventRow[];
  readonly refunds: readonly RefundRow[];
  /** As `getVatBps`, for many events that share its answers. */
  readonly vatBpsAt?: (atMs: number) => Promise<number>;
}

/**
 * The event as `recordOrderEvent` keeps it, for a commit that holds more. Nothing is executed; what was told so far is read
 * unless given. @throws what that verb throws
 */
export async function draftOrderEvent(
  ctx: Context,
  found: FoundConversion,
  input: RecordOrderEvent,
  source: string,
  told?: ToldSoFar,
): Promise<DraftedEvent> {
  const { events, refunds, vatBpsAt = (atMs) => getVatBps(ctx, atMs) } = told ?? (await readTold(ctx, found));
  const event = await draftEvent(ctx, found.conversion.id, input, source);
  if (isRepeated(event, events)) return { found, events, outcome: "already_applied", statements: [] };
  refuseUndo(ctx, event, events);
  if (source === DESK) refuseLateReturn(ctx, found, event);

  const refund = draftRefund(ctx, event, refunds);
  const state = orderStateOn({ ...found.conversion, events: [...events, event], refunds: [...refunds, ...refund] });
  const applied = await applyState(ctx, found, state, input, vatBpsAt);
  const outcome = applied.changed ? "applied" : "recorded_late";
  const statements = [
    insertEvent(event),
    ...refund.map((row) => insertRefund(row)),
    ...applied.statements,
    audit(ctx, "conversion.event_recorded", found.conversion.id, {
      source,
      outcome,
      status: event.status,
      refundMinor: event.refundMinor,
    }),
  ];
  return { found: applied.found, events: [...events, event], outcome, statements };
}

async function readTold(ctx: Context, { conversion: { id } }: FoundConversion): Promise<ToldSoFar> {
  const [events, refunds] = await Promise.all([listEvents(ctx, id), listRefunds(ctx, id)]);
  return { events, refunds };
}

async function draftEvent(
  ctx: Context,
  conversionId: string,
  input: RecordOrderEvent,
  source: string,
): Promise<ConversionEventRow> {
  const content = contentOf(input);
  return {
    id: ctx.newId("evt"),
    conversionId,
    source,
    eventId: input.eventId,
    status: content.status,
    refundId: content.refund?.id ?? null,
    refundMinor: content.refund?.amountMinor ?? null,
    note: input.note ?? null,
    undoes: input.undoes ?? null,
    occurredAt: content.occurredAt ?? ctx.now(),
    contentHash: await eventContentHash(content),
    receivedAt: ctx.now(),
  };
}

// `refundMinor` is a refund whose id is the event's; `refunded` without an amount refunds the rest and is never a status.
function contentOf({ eventId, status, occurredAt, refund, refundMinor, ...more }: RecordOrderEvent): EventContent {
  const stated = refund ?? (refundMinor === undefined ? null : { id: eventId, amountMinor: refundMinor });
  return {
    status: status === undefined || status === "refunded" ? null : status,
    occurredAt: occurredAt === undefined ? null : Date.parse(occurredAt),
    refund: stated ?? (status === "refunded" ? { id: eventId, amountMinor: null } : null),
    ...(more.note ? { note: more.note } : {}),
    ...(more.undoes ? { undoes: more.undoes } : {}),
  };
}

function isRepeated(event: ConversionEventRow, events: readonly ConversionEventRow[]): boolean {
  const known = events.find(({ source, eventId }) => source === event.source && eventId === event.eventId);
  if (known && known.contentHash !== event.contentHash) throw new Conflict("event.id_reused");
  return known !== undefined;
}

function draftRefund(ctx: Context, event: ConversionEventRow, refunds: readonly RefundRow[]): RefundRow[] {
  const { conversionId, refundId, refundMinor, occurredAt } = event;
  if (refundId === null) return [];
  const known = refunds.find((refund) => refund.refundId === refundId);
  if (known && known.amountMinor !== refundMinor) throw new Conflict("refund.id_reused");
  if (known) return [];
  return [{ id: ctx.newId("rfd"), conversionId, refundId, amountMinor: refundMinor, occurredAt, createdAt: ctx.now() }];
}

interface AppliedState {
  readonly found: FoundConversion;
  readonly changed: boolean;
  readonly statements: readonly Statement[];
}

// The order and its commission as the new state leaves them. The version moves even when nothing else does: two events
// that were each decided without the other must not both stand.
async function applyState(
  ctx: Context,
  found: FoundConversion,
  state: OrderState,
  { courier, trackingNumber }: RecordOrderEvent,
  vatBpsAt: NonNullable<ToldSoFar["vatBpsAt"]>,
): Promise<AppliedState> {
  const before = found.conversion;
  const parcel = { ...(courier ? { courier } : {}), ...(trackingNumber ? { trackingNumber } : {}) };
  const isSame =
    before.status === state.status &&
    before.collectedAt === state.collectedAt &&
    before.refundedMinor === state.refundedMinor;
  if (isSame) {
    const conversion = { ...before, ...parcel, furthest: state.furthest };
    const statements = updateConversion(ctx, before, { ...parcel, furthest: state.furthest });
    return { found: { ...found, conversion }, changed: false, statements };
  }
  const conversion: ConversionRow = { ...before, ...state, ...parcel };
  const vatBps = await vatBpsAt(state.collectedAt ?? ctx.now());
  const synced = found.commission ? syncCommission(ctx, found.commission, conversion, state, vatBps) : undefined;
  const statements = [
    ...updateConversion(ctx, before, { ...state, ...parcel }),
    ...(synced?.statements ?? []),
    happened(ctx, "conversion.changed", before.id, {
      from: before.status,
      status: state.status,
      refundedMinor: state.refundedMinor,
    }),
  ];
  return { found: { conversion, commission: synced?.row ?? found.commission }, changed: true, statements };
}
