import type { ConversionWithOutcome } from "../../../../schemas/conversions.ts";
import type { OrderEventResults, RecordOrderEvents } from "../../../../schemas/orders.ts";
import { actingAs } from "../../../core/actor.ts";
import { DomainError, Invalid } from "../../../core/errors.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { recordOrderEvent } from "../record-order-event.ts";

type OrderEvent = RecordOrderEvents["events"][number];
type Result = OrderEventResults["data"][number];

const LANES = 8;
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Events of many orders of the acting merchant. Each stands or falls for itself: a refused one carries its code, and sent
 * again all are known by their `eventId`. Events of one order are recorded in the order they are given.
 */
export async function recordOrderEvents(ctx: Context, { events }: RecordOrderEvents): Promise<OrderEventResults> {
  actingAs(ctx, "merchant");
  // The key stands for the whole answer, kept once all is told; an event of a repeated one is known by its own id.
  const { idempotency: _, ...withoutKey } = ctx;
  const results = new Map<OrderEvent, Result>();
  const waiting = [...Map.groupBy(events, ({ orderId }) => orderId).values()];
  const work = async () => {
    for (let ofOne = waiting.shift(); ofOne; ofOne = waiting.shift())
      for (const event of ofOne) results.set(event, await record(withoutKey, event));
  };
  await Promise.all(Array.from({ length: Math.min(LANES, waiting.length) }, work));
  const answer = { data: events.flatMap((event) => results.get(event) ?? []) };
  await commit(ctx, [], { status: 200, body: answer });
  return answer;
}

async function record(ctx: Context, { orderId, event }: OrderEvent): Promise<Result> {
  const { eventId } = event;
  try {
    refuseFuture(ctx, event);
    const answer = await recordOrderEvent(ctx, orderId, event);
    return { orderId, eventId, id: idOf(answer, eventId), outcome: answer.outcome, code: null, status: answer.status };
  } catch (failure) {
    if (!(failure instanceof DomainError)) throw failure;
    return { orderId, eventId, id: null, outcome: "refused", code: failure.code, status: null };
  }
}

// The event of this id that was told last: another source may have used the same id before.
function idOf({ events = [] }: ConversionWithOutcome, eventId: string): string | null {
  return events.findLast((event) => event.eventId === eventId)?.id ?? null;
}

function refuseFuture(ctx: Context, { occurredAt }: OrderEvent["event"]): void {
  if (occurredAt !== undefined && Date.parse(occurredAt) > ctx.now() + CLOCK_SKEW_MS)
    throw new Invalid("request.invalid");
}
