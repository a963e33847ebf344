import { and, asc, desc, eq, lt, type SQL } from "drizzle-orm";
import type { ConversionQuery } from "../../../schemas/orders.ts";
import { actingUser, type UserActor } from "../../core/actor.ts";
import { Forbidden, NotFound } from "../../core/errors.ts";
import { pageFrom } from "../../db/page.ts";
import type { Context } from "../../platform/context.ts";
import { commissions } from "../commissions/tables.ts";
import { conversionEvents, conversions, refunds } from "./tables.ts";

const found = { conversion: conversions, commission: commissions };
export type FoundConversion = Awaited<ReturnType<typeof selectConversions>>[number];

function selectConversions(ctx: Context, where: SQL | undefined, limit: number) {
  return ctx.db.orm
    .select(found)
    .from(conversions)
    .leftJoin(commissions, eq(commissions.conversionId, conversions.id))
    .where(where)
    .orderBy(desc(conversions.id))
    .limit(limit);
}

/** The one place that says whose conversions a user may see: merchants their orders, influencers what was attributed to them. */
function ownedBy(user: UserActor): SQL {
  if (user.role === "merchant") return eq(conversions.merchantId, user.id);
  if (user.role === "influencer") return eq(conversions.influencerId, user.id);
  throw new Forbidden("role.required");
}

/**
 * The actor's own conversion by order id (merchants) or `cnv_…` (both).
 * @throws NotFound `conversion.not_found`, for somebody else's as for none
 */
export async function getConversion(ctx: Context, ref: string): Promise<FoundConversion> {
  const user = actingUser(ctx);
  const byId = eq(conversions.id, ref);
  const named = ref.startsWith("cnv_") || user.role !== "merchant" ? byId : eq(conversions.orderId, ref);
  const [row] = await selectConversions(ctx, and(ownedBy(user), named), 1);
  if (!row) throw new NotFound("conversion.not_found");
  return row;
}

/** The merchant's conversion of an order id, or undefined. */
export async function findOrder(
  ctx: Context,
  merchantId: string,
  orderId: string,
): Promise<FoundConversion | undefined> {
  const [row] = await selectConversions(
    ctx,
    and(eq(conversions.merchantId, merchantId), eq(conversions.orderId, orderId)),
    1,
  );
  return row;
}

/** Any conversion by id, for queues and admins. */
export async function findConversionById(ctx: Context, id: string): Promise<FoundConversion | undefined> {
  const [row] = await selectConversions(ctx, eq(conversions.id, id), 1);
  return row;
}

/** The actor's own conversions, newest first. */
export async function listConversions(ctx: Context, query: ConversionQuery) {
  const where = and(
    ownedBy(actingUser(ctx)),
    query.status && eq(conversions.status, query.status),
    query.cursor ? lt(conversions.id, query.cursor) : undefined,
  );
  return pageFrom(await selectConversions(ctx, where, query.limit + 1), query.limit, ({ conversion }) => conversion.id);
}

/** Everything that was said about one conversion, in the order it was received. */
export function listEvents(ctx: Context, conversionId: string) {
  return ctx.db.orm
    .select()
    .from(conversionEvents)
    .where(eq(conversionEvents.conversionId, conversionId))
    .orderBy(asc(conversionEvents.receivedAt), asc(conversionEvents.id));
}

export function listRefunds(ctx: Context, conversionId: string) {
  return ctx.db.orm.select().from(refunds).where(eq(refunds.conversionId, conversionId));
}
