import type { Conversion } from "../../../../schemas/conversions.ts";
import type { ConversionQuery } from "../../../../schemas/orders.ts";
import type { Page } from "../../../../schemas/page.ts";
import { actingUser } from "../../../core/actor.ts";
import type { Context } from "../../../platform/context.ts";
import { conversionObject } from "../../conversions/conversion-object.ts";
import {
  type FoundConversion,
  getConversion,
  listConversions,
  listEvents,
  listNames,
} from "../../conversions/queries.ts";

/** Conversions that were found, as their reader sees them, with the names of what they are attributed to. */
export async function readOrders(ctx: Context, found: readonly FoundConversion[]): Promise<Conversion[]> {
  const names = await listNames(
    ctx,
    found.map(({ conversion }) => conversion.id),
  );
  const viewer = viewerOf(ctx);
  return found.map(({ conversion, commission }) =>
    conversionObject(viewer, conversion, commission, namesPart(names.get(conversion.id))),
  );
}

/** A page of the actor's orders that match, newest first. */
export async function listOrders(ctx: Context, query: ConversionQuery): Promise<Page<Conversion>> {
  const page = await listConversions(ctx, query);
  return { data: await readOrders(ctx, page.data), nextCursor: page.nextCursor };
}

/** One order of the actor's with everything that was said of it. @throws NotFound `conversion.not_found` */
export async function getOrder(ctx: Context, ref: string): Promise<Conversion> {
  const { conversion, commission } = await getConversion(ctx, ref);
  const [events, names] = await Promise.all([listEvents(ctx, conversion.id), listNames(ctx, [conversion.id])]);
  return conversionObject(viewerOf(ctx), conversion, commission, { events, ...namesPart(names.get(conversion.id)) });
}

const viewerOf = (ctx: Context) => ({ viewer: actingUser(ctx).role, nowMs: ctx.now() });
const namesPart = (names: Conversion["names"]) => (names ? { names } : {});
