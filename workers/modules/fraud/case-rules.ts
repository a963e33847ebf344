import { ESCALATES_AFTER_DAYS, type FraudEvidence, type FraudState } from "../../../schemas/fraud.ts";
import { DAY_MS } from "../../core/calendar.ts";
import type { Finding } from "./findings.ts";
import { opensCase, scoreOf } from "./rules.ts";
import type { FraudCaseRow, FraudHitRow } from "./tables.ts";

/** Every move of a case; the trigger `fraud_moves_are_listed` holds the same list. Only people make them. */
export const CASE_MOVES: Readonly<Record<FraudState, readonly FraudState[]>> = {
  open: ["cleared", "rejected"],
  cleared: [],
  rejected: ["open"],
};

/** Whether an open case waits for more than 30 days: staff see it first. It changes nothing else. */
export function isEscalated(row: Pick<FraudCaseRow, "state" | "openedAt" | "reopenedAt">, nowMs: number): boolean {
  return row.state === "open" && nowMs - (row.reopenedAt ?? row.openedAt) > ESCALATES_AFTER_DAYS * DAY_MS;
}

type Appealable = Pick<FraudCaseRow, "state" | "appealedAt" | "reopenedAt">;

/**
 * What an influencer's words are now: an explanation, once while the case is first open; an appeal, once against a
 * rejection; null when neither is left.
 */
export function appealOn(row: Appealable): "explained" | "appealed" | null {
  if (row.state === "open") return row.appealedAt === null ? "explained" : null;
  return row.state === "rejected" && row.reopenedAt === null ? "appealed" : null;
}

// What others' orders and accounts are like is for staff alone.
const OF_OTHERS = /^usual|^codes$/;

/** The evidence as the influencer and the merchant may see it. */
export function ownEvidence(evidence: FraudEvidence): FraudEvidence {
  return Object.fromEntries(Object.entries(evidence).filter(([name]) => !OF_OTHERS.test(name)));
}

/** What is known of a subject: its cases, and everything that was ever held against it. */
export interface Known {
  readonly cases: readonly FraudCaseRow[];
  readonly hits: readonly FraudHitRow[];
}

export interface NextCase {
  /** The open case that goes on; undefined: a new one is opened. */
  readonly open: FraudCaseRow | undefined;
  readonly newHits: readonly Finding[];
  /** All that hits now, known or new: what they hold is held. */
  readonly standing: readonly Finding[];
  readonly score: number;
}

/**
 * What findings on one subject do: go on with its open case, open one when they are enough, or nothing. What a person has
 * decided on is not held against anybody again.
 */
export function nextCaseOn(findings: readonly Finding[], known: Known): NextCase | null {
  const open = known.cases.find(({ state }) => state === "open");
  const isKnown = (finding: Finding, hit: FraudHitRow) =>
    hit.rule === finding.rule && hit.about === (finding.about ?? open?.id);
  const ofOpen = known.hits.filter(({ caseId }) => caseId === open?.id);
  const decided = known.hits.filter(({ caseId }) => caseId !== open?.id);
  const standing = findings.filter((finding) => !decided.some((hit) => isKnown(finding, hit)));
  const newHits = standing.filter((finding) => !ofOpen.some((hit) => isKnown(finding, hit)));
  if (standing.length === 0) return null;
  if (!open) return opensCase(newHits) ? { open, newHits, standing, score: scoreOf(newHits) } : null;
  return { open, newHits, standing, score: scoreOf([...ofOpen, ...newHits]) };
}
