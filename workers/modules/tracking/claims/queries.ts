import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { ClaimKind, ClaimQuery } from "../../../../schemas/claims.ts";
import type { Page } from "../../../../schemas/page.ts";
import { actingUser, type UserActor } from "../../../core/actor.ts";
import { Forbidden, NotFound } from "../../../core/errors.ts";
import { pageFrom } from "../../../db/page.ts";
import type { Context } from "../../../platform/context.ts";
import { LINK_TERMS_JSON, type LinkTerms } from "../../affiliation/queries.ts";
import { conversions } from "../../conversions/tables.ts";
import { users } from "../../users/tables.ts";
import { type ClaimRow, claimEvidence, claims, type EvidenceRow } from "./tables.ts";

const merchants = alias(users, "merchants");
const influencers = alias(users, "influencers");
const MERCHANT = {
  id: merchants.id,
  name: merchants.displayName,
  email: merchants.email,
  locale: merchants.locale,
  deletedAt: merchants.deletedAt,
};
const INFLUENCER = {
  id: influencers.id,
  name: influencers.displayName,
  email: influencers.email,
  locale: influencers.locale,
  deletedAt: influencers.deletedAt,
};

const ORDER = { orderId: conversions.orderId, currency: conversions.currency };

/** The two sides of a claim, as letters and pages need them. */
export type Pair = Awaited<ReturnType<typeof getPair>>;

/** A claim with its two sides, and its order's own number and currency. */
export interface FoundClaim extends Pair {
  readonly claim: ClaimRow;
  readonly orderId: string | null;
  readonly currency: string | null;
}

function selectClaims(ctx: Context) {
  return ctx.db.orm
    .select({ claim: claims, merchant: MERCHANT, influencer: INFLUENCER, ...ORDER })
    .from(claims)
    .innerJoin(merchants, eq(merchants.id, claims.merchantId))
    .innerJoin(influencers, eq(influencers.id, claims.influencerId))
    .leftJoin(conversions, eq(conversions.id, claims.conversionId));
}

// The one place that says whose claims somebody may see: each side its own, staff all.
function visibleTo(user: UserActor) {
  if (user.role === "merchant") return eq(claims.merchantId, user.id);
  return user.role === "influencer" ? eq(claims.influencerId, user.id) : undefined;
}

/** The acting merchant or influencer. @throws Forbidden `role.required` */
export function actingParty(ctx: Context) {
  const user = actingUser(ctx);
  const { role } = user;
  if (role === "admin") throw new Forbidden("role.required");
  return { ...user, role };
}

/** A claim the actor may see. @throws NotFound `claim.not_found`, for strangers as for none */
export async function getClaim(ctx: Context, claimId: string): Promise<FoundClaim> {
  const [found] = await selectClaims(ctx)
    .where(and(eq(claims.id, claimId), visibleTo(actingUser(ctx))))
    .limit(1);
  if (!found) throw new NotFound("claim.not_found");
  return found;
}

/** The claims the actor may see, newest first. */
export async function listClaims(ctx: Context, query: ClaimQuery): Promise<Page<FoundClaim>> {
  const { limit, cursor, state, kind } = query;
  const rows = await selectClaims(ctx)
    .where(
      and(
        visibleTo(actingUser(ctx)),
        state && eq(claims.state, state),
        kind && eq(claims.kind, kind),
        cursor === undefined ? undefined : lt(claims.id, cursor),
      ),
    )
    .orderBy(desc(claims.id))
    .limit(limit + 1);
  return pageFrom(rows, limit, ({ claim }) => claim.id);
}

/** Open claims of the kind that nobody answered in time, the oldest first. */
export function listLapsedClaims(ctx: Context, kind: ClaimKind, limit: number): Promise<FoundClaim[]> {
  return selectClaims(ctx)
    .where(and(sql`${claims.state} = 'open'`, eq(claims.kind, kind), lt(claims.answerBy, ctx.now())))
    .orderBy(asc(claims.answerBy))
    .limit(limit);
}

/** Any claim, for the cron. */
export async function findClaim(ctx: Context, claimId: string): Promise<FoundClaim | undefined> {
  const [found] = await selectClaims(ctx).where(eq(claims.id, claimId)).limit(1);
  return found;
}

/** A merchant and an influencer, before there is a claim between them. */
export async function getPair(ctx: Context, merchantId: string, influencerId: string) {
  const [pair] = await ctx.db.orm
    .select({ merchant: MERCHANT, influencer: INFLUENCER })
    .from(merchants)
    .innerJoin(influencers, eq(influencers.id, influencerId))
    .where(eq(merchants.id, merchantId))
    .limit(1);
  if (!pair) throw new Error("a link names a merchant and an influencer");
  return pair;
}

/** What lies with the claims, in the order it was added. */
export function listEvidence(ctx: Context, claimIds: readonly string[]): Promise<EvidenceRow[]> {
  return ctx.db.orm
    .select()
    .from(claimEvidence)
    .where(sql`${claimEvidence.claimId} IN (SELECT value FROM json_each(${JSON.stringify(claimIds)}))`)
    .orderBy(asc(claimEvidence.id));
}

/** Pieces added before the instant, of claims that ended before it, the oldest first. */
export function listOldEvidence(ctx: Context, beforeMs: number, limit: number) {
  return ctx.db.orm
    .select({ id: claimEvidence.id, claimId: claimEvidence.claimId, objectKey: claimEvidence.objectKey })
    .from(claimEvidence)
    .innerJoin(claims, eq(claims.id, claimEvidence.claimId))
    .where(
      and(
        lt(claimEvidence.createdAt, beforeMs),
        lt(claims.updatedAt, beforeMs),
        sql`${claims.state} NOT IN ('open', 'contested')`,
      ),
    )
    .orderBy(asc(claimEvidence.createdAt))
    .limit(limit);
}

export interface ClaimedLink {
  readonly createdAt: number;
  readonly terms: LinkTerms;
}

/** A link with its terms, whether or not it still leads anywhere; undefined where there is none. */
export async function findClaimedLink(ctx: Context, linkId: string): Promise<ClaimedLink | undefined> {
  const [row] = await ctx.db.orm.all<{ createdAt: number; terms: string }>(sql`
    SELECT l.created_at AS createdAt, ${sql.raw(LINK_TERMS_JSON)} AS terms
    FROM affiliate_links l JOIN link_terms t ON t.number = l.number WHERE l.id = ${linkId}`);
  return row && { createdAt: row.createdAt, terms: JSON.parse(row.terms) };
}
