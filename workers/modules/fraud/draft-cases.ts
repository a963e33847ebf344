import type { Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { tellHeld } from "./case-letters.ts";
import { type NextCase, nextCaseOn } from "./case-rules.ts";
import type { Finding, Subject } from "./findings.ts";
import { listKnown } from "./queries.ts";
import { changeCase, holdCommissions, insertCase, insertHit } from "./statements.ts";
import type { FraudCaseRow } from "./tables.ts";

/**
 * What findings change, as statements of the caller's commit: cases that open or go on, and the commissions they hold.
 * The same findings again change nothing; a case that is decided meanwhile makes the commit a lost race.
 */
export async function draftCases(ctx: Context, findings: readonly Finding[]): Promise<Statement[]> {
  if (findings.length === 0) return [];
  const bySubject = Map.groupBy(findings, ({ subject }) => subject);
  const known = await listKnown(ctx, [...bySubject.keys()]);
  const statements: Statement[] = [];
  const opened: FraudCaseRow[] = [];
  for (const [subject, ofSubject] of bySubject) {
    const [about] = ofSubject;
    const next = nextCaseOn(ofSubject, known.get(subject) ?? { cases: [], hits: [] });
    if (!next || !about) continue;
    const row = next.open ?? newCase(ctx, about, next.score);
    if (!next.open) opened.push(row);
    statements.push(...(next.open ? goOn(ctx, next.open, next) : open(ctx, row, next)), ...heldBy(ctx, row.id, next));
  }
  return [...statements, ...(await tellHeld(ctx, opened))];
}

function newCase(ctx: Context, about: Subject, score: number): FraudCaseRow {
  const { subject, influencerId, merchantId, linkId, conversionId } = about;
  return {
    id: ctx.newId("frd"),
    ...{ subject, influencerId, merchantId, linkId, conversionId, score },
    state: "open",
    openedAt: ctx.now(),
    decidedAt: null,
    decidedBy: null,
    reason: null,
    appealMessage: null,
    appealedAt: null,
    reopenedAt: null,
    rejectedBeforeBy: null,
    version: 1,
  };
}

function open(ctx: Context, row: FraudCaseRow, { newHits, score }: NextCase): Statement[] {
  const rules = rulesOf(newHits);
  return [
    insertCase(row),
    ...newHits.map((finding) => insertHit(ctx, row.id, finding)),
    happened(ctx, "fraud.case_opened", row.id, { score }),
    audit(ctx, "fraud.case_opened", row.id, { score, rules }),
  ];
}

function goOn(ctx: Context, read: FraudCaseRow, { newHits, score }: NextCase): Statement[] {
  if (newHits.length === 0) return [];
  return [
    ...changeCase(ctx, read, { score }),
    ...newHits.map((finding) => insertHit(ctx, read.id, finding)),
    audit(ctx, "fraud.case_extended", read.id, { score, rules: rulesOf(newHits) }),
  ];
}

const heldBy = (ctx: Context, caseId: string, { standing }: NextCase) =>
  standing.map(({ held }) => holdCommissions(ctx, caseId, held));

const rulesOf = (hits: readonly Finding[]) => hits.map(({ rule }) => rule).join(",");
