import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { type ConversionFilters, OVERDUE_DAYS } from "../../../schemas/orders.ts";
import type { UserActor } from "../../core/actor.ts";
import { DAY_MS } from "../../core/calendar.ts";
import { Forbidden } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";
import { conversions } from "./tables.ts";

const { status, payment } = conversions;
// An order is received at most this long before it is dated: whoever tells it may have a clock that is ahead.
const CLOCK_SKEW_MS = 5 * 60_000;

/** What must be done next, as `stageOf` says it; the index `conversions_by_stage` holds the same expression. */
export const STAGE = sql`(CASE WHEN ${status} = 'placed' THEN 'to_confirm'
    WHEN ${status} = 'confirmed' OR (${status} = 'collected' AND ${payment} = 'prepaid') THEN 'to_ship'
    WHEN ${status} = 'shipped' THEN 'on_the_way'
    WHEN ${status} = 'delivered' AND ${payment} = 'cod' THEN 'to_collect' END)`;

const HAS_NO_END = sql`${conversions.collectedAt} IS NULL AND ${status} IN ('placed', 'confirmed', 'shipped', 'delivered')`;

/** Orders without a final event after 45 days, as `isOutcomeOverdue` says it. */
export function isOverdue(nowMs: number): SQL {
  return sql`${HAS_NO_END} AND ${conversions.orderedAt} < ${nowMs - OVERDUE_DAYS * DAY_MS}`;
}

/** The one place that says whose conversions a user may see: merchants their orders, influencers what was attributed to them. */
export function ownedBy(user: UserActor): SQL {
  if (user.role === "merchant") return eq(conversions.merchantId, user.id);
  if (user.role === "influencer") return eq(conversions.influencerId, user.id);
  throw new Forbidden("role.required");
}

/** The user's own conversions that match; shops' order ids are for merchants only. */
export function matching(user: UserActor, filters: ConversionFilters, nowMs: number): SQL | undefined {
  const { from, to, q } = filters;
  return and(
    ownedBy(user),
    filters.stage && eq(STAGE, filters.stage),
    filters.status && eq(status, filters.status),
    filters.payment && eq(payment, filters.payment),
    filters.by && eq(conversions.attributedBy, filters.by),
    filters.influencerId === undefined ? undefined : eq(conversions.influencerId, filters.influencerId),
    filters.linkId === undefined ? undefined : eq(conversions.linkId, filters.linkId),
    filters.productId === undefined ? undefined : eq(conversions.productId, filters.productId),
    filters.city === undefined ? undefined : inCity(user, filters.city),
    filters.courier === undefined ? undefined : eq(conversions.courier, filters.courier),
    from === undefined ? undefined : orderedFrom(Date.parse(from)),
    to === undefined ? undefined : lt(conversions.orderedAt, Date.parse(to)),
    filters.overdue === "true" ? isOverdue(nowMs) : undefined,
    q ? named(user, q) : undefined,
  );
}

// Ids sort by the time of receipt, which is never before the order: they spare the rows that are older still.
function orderedFrom(fromMs: number): SQL | undefined {
  const firstId = newId("cnv", Math.max(0, fromMs - CLOCK_SKEW_MS), new Uint8Array(10));
  return and(gte(conversions.orderedAt, fromMs), gte(conversions.id, firstId));
}

// As the list shows it: a city we do not know as the customer wrote it, to merchants only.
function inCity({ role }: UserActor, city: string): SQL {
  if (role !== "merchant") return eq(conversions.city, city);
  return sql`coalesce(${conversions.city}, ${conversions.customerCity}) = ${city}`;
}

// How the order id begins, as a range that its index answers; an influencer knows orders by our id alone.
function named(user: UserActor, q: string): SQL | undefined {
  if (user.role !== "merchant" || q.startsWith("cnv_")) return eq(conversions.id, q);
  return and(gte(conversions.orderId, q), lt(conversions.orderId, `${q}\u{10FFFF}`));
}
