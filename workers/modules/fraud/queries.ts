import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from "drizzle-orm";
import { FRAUD_RULES, type FraudQuery, type OwnFraudQuery } from "../../../schemas/fraud.ts";
import { actingUser, type UserActor } from "../../core/actor.ts";
import { Forbidden, NotFound } from "../../core/errors.ts";
import { pageFrom } from "../../db/page.ts";
import type { Context } from "../../platform/context.ts";
import type { Known } from "./case-rules.ts";
import type { Settings } from "./findings.ts";
import { type FraudCaseRow, type FraudRuleRow, fraudCaseEvents, fraudCases, fraudHits, fraudRules } from "./tables.ts";

/** All rules with their numbers, by name. */
export async function getSettings(ctx: Context): Promise<Settings> {
  const rows = await ctx.db.orm.select().from(fraudRules);
  return new Map(rows.map((row) => [row.rule, row]));
}

/** The rule's numbers. @throws NotFound `fraud.rule_not_found` */
export async function getRule(ctx: Context, rule: string): Promise<FraudRuleRow> {
  const known = FRAUD_RULES.find((one) => one === rule);
  const row = known && (await getSettings(ctx)).get(known);
  if (!row) throw new NotFound("fraud.rule_not_found");
  return row;
}

/** Cases and hits of each subject so far. */
export async function listKnown(ctx: Context, subjects: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const among = (column: SQL) => sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(subjects)}))`;
  const [cases, hits] = await Promise.all([
    ctx.db.orm
      .select()
      .from(fraudCases)
      .where(among(sql`${fraudCases.subject}`)),
    ctx.db.orm
      .select()
      .from(fraudHits)
      .where(among(sql`${fraudHits.subject}`)),
  ]);
  return new Map(
    subjects.map((subject) => [
      subject,
      {
        cases: cases.filter((row) => row.subject === subject),
        hits: hits.filter((row) => row.subject === subject),
      },
    ]),
  );
}

/** The one place that says whose cases a user may see: influencers their own, merchants those of their orders, staff all. */
function seenBy(user: UserActor): SQL | undefined {
  if (user.role === "influencer") return eq(fraudCases.influencerId, user.id);
  if (user.role === "merchant") return eq(fraudCases.merchantId, user.id);
  return undefined;
}

/** A case the actor may see. @throws NotFound `fraud.case_not_found`, for somebody else's as for none */
export async function getCase(ctx: Context, id: string): Promise<FraudCaseRow> {
  const [row] = await ctx.db.orm
    .select()
    .from(fraudCases)
    .where(and(eq(fraudCases.id, id), seenBy(actingUser(ctx))))
    .limit(1);
  if (!row) throw new NotFound("fraud.case_not_found");
  return row;
}

/** The queue of staff: the oldest first, with what is escalated on top, or the highest score first. */
export async function listQueue(ctx: Context, { limit, cursor, state, influencerId, sort }: FraudQuery) {
  const isByScore = sort === "score";
  const rows = await ctx.db.orm
    .select()
    .from(fraudCases)
    .where(
      and(
        eq(fraudCases.state, state),
        influencerId === undefined ? undefined : eq(fraudCases.influencerId, influencerId),
        cursor === undefined ? undefined : isByScore ? afterScore(cursor) : gt(fraudCases.id, cursor),
      ),
    )
    .orderBy(...(isByScore ? [desc(fraudCases.score), desc(fraudCases.id)] : [asc(fraudCases.id)]))
    .limit(limit + 1);
  return pageFrom(rows, limit, (row) => (isByScore ? `${row.score}~${row.id}` : row.id));
}

function afterScore(cursor: string): SQL | undefined {
  const [score = "", id = ""] = cursor.split("~");
  const after = Number.parseInt(score, 10) || 0;
  return or(lt(fraudCases.score, after), and(eq(fraudCases.score, after), lt(fraudCases.id, id)));
}

/** The actor's own cases, newest first. @throws Forbidden `role.required` for staff, who have the queue */
export async function listOwnCases(ctx: Context, { limit, cursor, state }: OwnFraudQuery) {
  const user = actingUser(ctx);
  if (user.role === "admin") throw new Forbidden("role.required");
  const rows = await ctx.db.orm
    .select()
    .from(fraudCases)
    .where(
      and(
        seenBy(user),
        state === undefined ? undefined : eq(fraudCases.state, state),
        cursor === undefined ? undefined : lt(fraudCases.id, cursor),
      ),
    )
    .orderBy(desc(fraudCases.id))
    .limit(limit + 1);
  return pageFrom(rows, limit, ({ id }) => id);
}

const OTHERS_MAX = 20;

/** The influencer's other cases, newest first. */
export function listOthers(ctx: Context, { influencerId, id }: Pick<FraudCaseRow, "influencerId" | "id">) {
  return ctx.db.orm
    .select()
    .from(fraudCases)
    .where(and(eq(fraudCases.influencerId, influencerId), sql`${fraudCases.id} <> ${id}`))
    .orderBy(desc(fraudCases.id))
    .limit(OTHERS_MAX);
}

/** What was noticed in the cases, what weighs most first. */
export function listHits(ctx: Context, caseIds: readonly string[]) {
  return ctx.db.orm
    .select()
    .from(fraudHits)
    .where(sql`${fraudHits.caseId} IN (SELECT value FROM json_each(${JSON.stringify(caseIds)}))`)
    .orderBy(desc(fraudHits.score), asc(fraudHits.id));
}

/** What people said and decided, with their names, oldest first. */
export function listCaseEvents(ctx: Context, caseId: string) {
  return ctx.db.orm
    .select({
      kind: fraudCaseEvents.kind,
      message: fraudCaseEvents.message,
      createdAt: fraudCaseEvents.createdAt,
      by: sql<string | null>`(SELECT display_name FROM users WHERE id = ${fraudCaseEvents.actorId})`,
    })
    .from(fraudCaseEvents)
    .where(eq(fraudCaseEvents.caseId, caseId))
    .orderBy(asc(fraudCaseEvents.id));
}

/** Which of the commissions an open case holds: nothing may release them (money.md 4 and 6). */
export async function listHeldCommissionIds(
  ctx: Context,
  commissionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (commissionIds.length === 0) return new Set();
  const rows = await ctx.db.orm.all<{ id: string }>(
    sql`SELECT DISTINCT commission_id AS id FROM commissions_with_an_open_case
      WHERE commission_id IN (SELECT value FROM json_each(${JSON.stringify(commissionIds)}))`,
  );
  return new Set(rows.map(({ id }) => id));
}

export interface NamedCommission {
  readonly id: string;
  readonly conversionId: string;
}

/** The commissions a rejection bars: those the case names that are its influencer's still and not barred yet. */
export function listToBar(ctx: Context, caseId: string) {
  return ctx.db.orm.all<NamedCommission>(
    sql`SELECT k.id, k.conversion_id AS conversionId FROM fraud_holds h JOIN commissions k ON k.id = h.commission_id
      JOIN fraud_cases f ON f.id = h.case_id AND f.influencer_id = k.influencer_id
      WHERE h.case_id = ${caseId} AND k.barred_reason IS NULL`,
  );
}

/** The commissions that only this case's rejection barred, which a second person gives back. */
export function listToGiveBack(ctx: Context, caseId: string) {
  return ctx.db.orm.all<NamedCommission>(
    sql`SELECT k.id, k.conversion_id AS conversionId FROM fraud_holds h JOIN commissions k ON k.id = h.commission_id
      WHERE h.case_id = ${caseId} AND k.barred_reason = 'fraud'
        AND NOT EXISTS (SELECT 1 FROM fraud_holds o JOIN fraud_cases f ON f.id = o.case_id
          WHERE o.commission_id = k.id AND f.id <> ${caseId} AND f.state = 'rejected')`,
  );
}

export interface NamedLate extends NamedCommission {
  readonly caseId: string;
  readonly state: "open" | "rejected";
}

/**
 * Commissions that orders got after their case: a foreign order has none before its rate is set, one that several links claim
 * none before somebody has proven whose it is.
 */
export function listNamedLate(ctx: Context, conversionIds: readonly string[]) {
  return ctx.db.orm.all<NamedLate>(
    sql`SELECT k.id, k.conversion_id AS conversionId, f.id AS caseId, f.state FROM json_each(${JSON.stringify(conversionIds)})
      CROSS JOIN commissions k ON k.conversion_id = json_each.value
      CROSS JOIN fraud_cases f ON f.subject IN (k.conversion_id, k.conversion_id || ':' || k.influencer_id)
      WHERE f.state IN ('open', 'rejected') AND k.influencer_id = f.influencer_id AND k.barred_reason IS NULL`,
  );
}

export interface WatchedLink {
  readonly linkId: string;
  readonly watchedAt: number;
  readonly influencerId: string;
  readonly productId: string;
}

/** Links whose rates nobody has looked at since their last news, those that wait longest first. */
export function listWatchedLinks(ctx: Context, limit: number) {
  return ctx.db.orm.all<WatchedLink>(
    sql`SELECT due.link_id AS linkId, due.watched_at AS watchedAt, l.influencer_id AS influencerId, l.product_id AS productId
      FROM (SELECT link_id, watched_at FROM fraud_watched_links ORDER BY watched_at LIMIT ${limit}) due
      CROSS JOIN affiliate_links l ON l.id = due.link_id`,
  );
}
