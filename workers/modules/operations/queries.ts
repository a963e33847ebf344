import { desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { CacheReport } from "../../../schemas/operations.ts";
import type { PageQuery } from "../../../schemas/page.ts";
import { actingAdmin } from "../../core/actor.ts";
import { casablancaDay } from "../../core/calendar.ts";
import { NotFound } from "../../core/errors.ts";
import { parseNetwork } from "../../core/network-address.ts";
import { pageFrom } from "../../db/page.ts";
import type { Context } from "../../platform/context.ts";
import { addressRules, cacheCounts } from "./tables.ts";

const REPORT_DAYS = 7;

/** All rules, newest first, ended ones too. @throws Forbidden `admin.scope_missing` without `compliance` */
export async function listAddressRules(ctx: Context, query: PageQuery) {
  actingAdmin(ctx, "compliance");
  const rows = await ctx.db.orm
    .select()
    .from(addressRules)
    .where(query.cursor ? lt(addressRules.id, query.cursor) : undefined)
    .orderBy(desc(addressRules.id))
    .limit(query.limit + 1);
  return pageFrom(rows, query.limit, (row) => row.id);
}

/** One rule. @throws NotFound `rule.not_found` */
export async function getAddressRule(ctx: Context, id: string) {
  const [row] = await ctx.db.orm.select().from(addressRules).where(eq(addressRules.id, id)).limit(1);
  if (!row) throw new NotFound("rule.not_found");
  return row;
}

/** The rules in force, for the gate in front of every request. */
export async function listLivingRules(ctx: Context) {
  const rows = await ctx.db.orm
    .select({ cidr: addressRules.cidr, kind: addressRules.kind, expiresAt: addressRules.expiresAt })
    .from(addressRules)
    .where(or(isNull(addressRules.expiresAt), gt(addressRules.expiresAt, ctx.now())));
  return rows.flatMap(({ cidr, kind, expiresAt }) => {
    const network = parseNetwork(cidr);
    return network ? [{ network, kind, expiresAt }] : [];
  });
}

/** How often each name was answered from the cache in the last seven days. @throws Forbidden `role.required` */
export async function getCacheReport(ctx: Context): Promise<CacheReport> {
  actingAdmin(ctx, "support");
  const rows = await ctx.db.orm
    .select({
      name: cacheCounts.name,
      hits: sql<number>`sum(${cacheCounts.hits})`,
      misses: sql<number>`sum(${cacheCounts.misses})`,
      stale: sql<number>`sum(${cacheCounts.stale})`,
    })
    .from(cacheCounts)
    .where(gt(cacheCounts.day, casablancaDay(ctx.now()) - REPORT_DAYS))
    .groupBy(cacheCounts.name)
    .orderBy(cacheCounts.name);
  return {
    data: rows.map(({ name, hits, misses, stale }) => {
      const all = hits + misses + stale;
      return { name, hits, misses, stale, hitBps: all === 0 ? null : Math.floor((hits * 10_000) / all) };
    }),
  };
}
