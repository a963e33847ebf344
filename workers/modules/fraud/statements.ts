import { and, eq, type SQL, sql } from "drizzle-orm";
import { guarded, type Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import type { Finding, Held } from "./findings.ts";
import { UNUSABLE_PHONE } from "./influencer-facts.ts";
import {
  type FraudCaseEventRow,
  type FraudCaseRow,
  type FraudRuleRow,
  fraudCaseEvents,
  fraudCases,
  fraudHits,
  fraudRules,
} from "./tables.ts";

export function insertCase(row: FraudCaseRow): Statement {
  return insertRow(fraudCases, row);
}

/** Changes the case only if nobody did since it was read. */
export function changeCase(ctx: Context, read: FraudCaseRow, changes: Partial<FraudCaseRow>): Statement[] {
  return guarded(
    ctx.db.orm
      .update(fraudCases)
      .set({ ...changes, version: read.version + 1 })
      .where(and(eq(fraudCases.id, read.id), eq(fraudCases.version, read.version))),
  );
}

export function insertHit(ctx: Context, caseId: string, finding: Finding): Statement {
  const { subject, rule, score, evidence } = finding;
  const about = finding.about ?? caseId;
  return insertRow(fraudHits, {
    id: ctx.newId("frh"),
    ...{ caseId, subject, rule, about, score, evidence },
    createdAt: ctx.now(),
  });
}

export function insertCaseEvent(ctx: Context, event: Omit<FraudCaseEventRow, "id" | "createdAt">): Statement {
  return insertRow(fraudCaseEvents, { id: ctx.newId("fre"), ...event, createdAt: ctx.now() });
}

/**
 * Lets the case hold what a hit is about: commissions that are not paid out and not barred. Only while it is open, and a
 * commission that it holds already stays as it is.
 */
export function holdCommissions(ctx: Context, caseId: string, held: Held): Statement {
  return sql`INSERT OR IGNORE INTO fraud_holds (commission_id, case_id, held_at)
    SELECT k.id, ${caseId}, ${ctx.now()} FROM ${commissionsOf(held)}
    AND k.state IN ('forecast', 'earned', 'available') AND k.barred_reason IS NULL
    AND EXISTS (SELECT 1 FROM fraud_cases f WHERE f.id = ${caseId} AND f.state = 'open')`;
}

function commissionsOf(held: Held): SQL {
  const joined = sql`JOIN commissions k ON k.conversion_id = c.id WHERE`;
  switch (held.of) {
    case "order":
      return sql`commissions k WHERE k.conversion_id = ${held.conversionId}`;
    case "influencer":
      return sql`commissions k WHERE k.influencer_id = ${held.influencerId}`;
    case "link": {
      const by = held.by === "any" ? sql`` : sql` AND c.attributed_by = ${held.by}`;
      return sql`conversions c ${joined} c.link_id = ${held.linkId} AND c.ordered_at > ${held.from}${by}`;
    }
    case "unusable_phones":
      return sql`affiliate_links l JOIN conversions c ON c.link_id = l.id ${joined} l.influencer_id = ${held.influencerId}
        AND c.ordered_at > ${held.from} AND ${sql.raw(UNUSABLE_PHONE)}`;
    case "programme":
      return sql`affiliate_links l JOIN conversions c ON c.link_id = l.id ${joined} l.influencer_id = ${held.influencerId}
        AND l.product_id = ${held.productId} AND c.ordered_at > ${held.from}`;
  }
}

/** Names commissions in cases that were rejected before there were any. */
export function nameCommissions(
  ctx: Context,
  named: readonly { readonly id: string; readonly caseId: string }[],
): Statement[] {
  if (named.length === 0) return [];
  const rows = JSON.stringify(named.map(({ id, caseId }) => [id, caseId]));
  return [
    sql`INSERT OR IGNORE INTO fraud_holds (commission_id, case_id, held_at)
      SELECT value ->> 0, value ->> 1, ${ctx.now()} FROM json_each(${rows})`,
  ];
}

/** Notes that the orders' links have something new to look at. */
export function watchLinks(ctx: Context, conversionIds: readonly string[]): Statement[] {
  if (conversionIds.length === 0) return [];
  return [
    sql`INSERT INTO fraud_watched_links (link_id, watched_at)
      SELECT DISTINCT c.link_id, ${ctx.now()} FROM json_each(${JSON.stringify(conversionIds)})
      CROSS JOIN conversions c ON c.id = json_each.value WHERE c.link_id IS NOT NULL
      ON CONFLICT (link_id) DO UPDATE SET watched_at = excluded.watched_at`,
  ];
}

/** The links have been looked at; one that had news meanwhile waits for the next look. */
export function linksLookedAt(links: readonly { readonly linkId: string; readonly watchedAt: number }[]): Statement {
  const rows = JSON.stringify(links.map(({ linkId, watchedAt }) => [linkId, watchedAt]));
  return sql`DELETE FROM fraud_watched_links
    WHERE (link_id, watched_at) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${rows}))`;
}

/** Changes a rule's numbers only if nobody did since they were read. */
export function changeRule(ctx: Context, read: FraudRuleRow, changes: Partial<FraudRuleRow>): Statement[] {
  return guarded(
    ctx.db.orm
      .update(fraudRules)
      .set({ ...changes, version: read.version + 1, updatedAt: ctx.now() })
      .where(and(eq(fraudRules.rule, read.rule), eq(fraudRules.version, read.version))),
  );
}
