import { and, asc, desc, eq, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
import type { WebhookDeliveryQuery } from "../../../schemas/webhooks.ts";
import { actingUser, type UserActor } from "../../core/actor.ts";
import { Forbidden, NotFound } from "../../core/errors.ts";
import { pageFrom } from "../../db/page.ts";
import type { Context } from "../../platform/context.ts";
import { users } from "../users/tables.ts";
import { type DeliveryRow, type EndpointRow, webhookDeliveries, webhookEndpoints } from "./tables.ts";

const isAlive = isNull(webhookEndpoints.removedAt);

/** The acting merchant or influencer. @throws Forbidden `role.required` */
export function actingOwner(ctx: Context): UserActor {
  const user = actingUser(ctx);
  if (user.role === "admin") throw new Forbidden("role.required");
  return user;
}

/** The actor's endpoints, the oldest first; there are at most 10. */
export function listEndpoints(ctx: Context): Promise<EndpointRow[]> {
  return ctx.db.orm
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.ownerId, actingOwner(ctx).id), sql`${webhookEndpoints.removedAt} IS NULL`))
    .orderBy(asc(webhookEndpoints.id));
}

/** The actor's own endpoint. @throws NotFound `endpoint.not_found`, for somebody else's as for none */
export async function getEndpoint(ctx: Context, id: string): Promise<EndpointRow> {
  const own = and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.ownerId, actingOwner(ctx).id), isAlive);
  const [row] = await ctx.db.orm.select().from(webhookEndpoints).where(own).limit(1);
  if (!row) throw new NotFound("endpoint.not_found");
  return row;
}

/** What was sent, or waits to be sent, to the actor's endpoint, newest first. @throws NotFound `endpoint.not_found` */
export async function listDeliveries(ctx: Context, endpointId: string, query: WebhookDeliveryQuery) {
  const { id } = await getEndpoint(ctx, endpointId);
  const rows = await selectDeliveries(ctx, id, query);
  return pageFrom(rows, query.limit, (row) => row.id);
}

/** One page and a row more. */
export function selectDeliveries(ctx: Context, endpointId: string, query: WebhookDeliveryQuery) {
  return ctx.db.orm
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.endpointId, endpointId),
        query.state && eq(webhookDeliveries.state, query.state),
        query.cursor === undefined ? undefined : lt(webhookDeliveries.id, query.cursor),
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(query.limit + 1);
}

/** A delivery with where it goes. */
export interface Sending {
  readonly delivery: DeliveryRow;
  readonly endpoint: EndpointRow;
}

/** The delivery to an endpoint of the actor's. @throws NotFound `delivery.not_found`, for somebody else's as for none */
export async function getOwnSending(ctx: Context, deliveryId: string): Promise<Sending> {
  const owner = actingOwner(ctx);
  const sending = await findSending(ctx, deliveryId);
  if (sending?.endpoint.ownerId !== owner.id || sending.endpoint.removedAt !== null)
    throw new NotFound("delivery.not_found");
  return sending;
}

/** Any delivery, for the queue. */
export async function findSending(ctx: Context, deliveryId: string): Promise<Sending | undefined> {
  const [row] = await ctx.db.orm
    .select({ delivery: webhookDeliveries, endpoint: webhookEndpoints })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(eq(webhookDeliveries.id, deliveryId))
    .limit(1);
  return row;
}

/** Ids of deliveries whose next attempt has come and that nobody is making, longest due first. */
export async function listDueDeliveryIds(ctx: Context, limit: number): Promise<string[]> {
  const rows = await ctx.db.orm
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(and(isNotNull(webhookDeliveries.nextAttemptAt), lte(webhookDeliveries.nextAttemptAt, ctx.now())))
    .orderBy(asc(webhookDeliveries.nextAttemptAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Ids of what waits for a paused endpoint, oldest first. */
export async function listHeldIds(ctx: Context, endpointId: string, limit: number): Promise<string[]> {
  const rows = await ctx.db.orm
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.endpointId, endpointId),
        eq(webhookDeliveries.state, "waiting"),
        isNull(webhookDeliveries.nextAttemptAt),
      ),
    )
    .orderBy(asc(webhookDeliveries.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Whom a mail about the endpoint reaches; undefined when the account is gone. */
export async function findOwner(ctx: Context, ownerId: string) {
  const [row] = await ctx.db.orm
    .select()
    .from(users)
    .where(and(eq(users.id, ownerId), isNull(users.deletedAt)))
    .limit(1);
  return row;
}
