import { eq, inArray, sql } from "drizzle-orm";
import type { UserActor } from "../../core/actor.ts";
import type { Context } from "../../platform/context.ts";
import { requestObjects } from "../affiliation/requests/request-object.ts";
import { affiliateRequests } from "../affiliation/tables.ts";
import { commissions } from "../commissions/tables.ts";
import { conversionObject } from "../conversions/conversion-object.ts";
import { conversions } from "../conversions/tables.ts";
import { commissionObjects } from "../payouts/queries.ts";

/** The subject as the API shows it to the viewer, by id. */
type Shown = (viewer: UserActor) => Promise<ReadonlyMap<string, object>>;

interface Subject {
  /** Where its merchant and influencer stand. */
  readonly table: string;
  /** What the API calls its state. */
  readonly state: "state" | "status";
  /** Reads the subjects once, for whoever looks at them. */
  readonly read: (ctx: Context, ids: readonly string[]) => Promise<Shown>;
}

/** What endpoints are told of, by the first word of its events. */
export const SUBJECTS = {
  conversion: { table: "conversions", state: "status", read: readConversions },
  commission: { table: "commissions", state: "state", read: readCommissions },
  request: { table: "affiliate_requests", state: "state", read: readRequests },
} as const satisfies Readonly<Record<string, Subject>>;
export type SubjectNoun = keyof typeof SUBJECTS;

async function readConversions(ctx: Context, ids: readonly string[]): Promise<Shown> {
  const rows = await ctx.db.orm
    .select({ conversion: conversions, commission: commissions })
    .from(conversions)
    .leftJoin(commissions, eq(commissions.conversionId, conversions.id))
    .where(inArray(conversions.id, listed(ids)));
  return async ({ role }) =>
    new Map(
      rows.map(({ conversion, commission }) => [
        conversion.id,
        conversionObject({ viewer: role, nowMs: ctx.now() }, conversion, commission),
      ]),
    );
}

async function readCommissions(ctx: Context, ids: readonly string[]): Promise<Shown> {
  const rows = await ctx.db.orm
    .select()
    .from(commissions)
    .where(inArray(commissions.id, listed(ids)));
  const objects = new Map((await commissionObjects(ctx, rows)).map((object) => [object.id, object]));
  return async () => objects;
}

// A merchant sees the influencer's card with their own orders: no two viewers see the same.
async function readRequests(ctx: Context, ids: readonly string[]): Promise<Shown> {
  const rows = await ctx.db.orm
    .select()
    .from(affiliateRequests)
    .where(inArray(affiliateRequests.id, listed(ids)));
  return async (viewer) => {
    const own = rows.filter(({ merchantId, influencerId }) => viewer.id === merchantId || viewer.id === influencerId);
    const objects = await requestObjects({ ...ctx, actor: viewer }, own);
    return new Map(objects.map((object) => [object.id, object]));
  };
}

const listed = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
