import { actingUser } from "../../core/actor.ts";
import { DAY_MS } from "../../core/calendar.ts";
import { Conflict, Forbidden, NotFound } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { FoundConversion } from "../conversions/queries.ts";
import { isExit } from "../conversions/rules.ts";
import type { ConversionEventRow } from "../conversions/tables.ts";

/** The source of what a person tells on the order desk. */
export const DESK = "desk";
const UNDO_MS = DAY_MS;

/**
 * Undoing is the desk's, within 24 hours after the event was told (money.md 1); the first report of an order stays.
 * @throws Forbidden `session.required` @throws NotFound `event.not_found`
 * @throws Conflict `event.undo_too_late`, `event.undo_refused`
 */
export function refuseUndo(ctx: Context, event: ConversionEventRow, events: readonly ConversionEventRow[]): void {
  if (event.undoes === null) return;
  if (actingUser(ctx).via.kind !== "session") throw new Forbidden("session.required");
  const target = events.find(({ id }) => id === event.undoes);
  if (!target) throw new NotFound("event.not_found");
  const isUndone = events.some(({ undoes }) => undoes === target.id);
  if (isUndone || target.undoes !== null || target.source === "order") throw new Conflict("event.undo_refused");
  if (ctx.now() - target.receivedAt > UNDO_MS) throw new Conflict("event.undo_too_late");
}

/**
 * Once the hold of a commission has passed, a person no longer takes the order back alone: the influencer is asked first,
 * by a return request (decision 0017). What shops and couriers report still counts at once.
 * @throws Conflict `return.hold_passed`
 */
export function refuseLateReturn(
  ctx: Context,
  { commission }: FoundConversion,
  event: Pick<ConversionEventRow, "status" | "refundId">,
): void {
  const takesBack = (event.status !== null && isExit(event.status)) || event.refundId !== null;
  if (!takesBack || !commission || commission.earnedAt === null || commission.state === "reversed") return;
  if (commission.holdUntil !== null && commission.holdUntil < ctx.now()) throw new Conflict("return.hold_passed");
}
