import { sql } from "drizzle-orm";
import type { FraudCase } from "../../../schemas/fraud.ts";
import { actingUser } from "../../core/actor.ts";
import type { Context } from "../../platform/context.ts";
import { appealOn, isEscalated, ownEvidence } from "./case-rules.ts";
import { listHits } from "./queries.ts";
import type { FraudCaseRow, FraudHitRow } from "./tables.ts";

const iso = (instant: number) => new Date(instant).toISOString();
const isoOrNull = (instant: number | null) => (instant === null ? null : iso(instant));

interface Around {
  readonly id: string;
  readonly influencerName: string;
  readonly merchantName: string | null;
  readonly commissionId: string | null;
  readonly orderedAt: number | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly titleFr: string | null;
  readonly titleEn: string | null;
  readonly titleAr: string | null;
  /** What it names of unpaid commissions, held while it is open. */
  readonly heldMinor: number;
  readonly commissions: number;
}

// Names, order, product and money of cases; a programme's product is the second half of its subject.
function listAround(ctx: Context, ids: readonly string[]) {
  return ctx.db.orm.all<Around>(sql`
    SELECT f.id, i.display_name AS influencerName, m.display_name AS merchantName,
      (SELECT k.id FROM commissions k WHERE k.conversion_id = f.conversion_id) AS commissionId,
      c.ordered_at AS orderedAt, c.amount_minor AS amountMinor, c.currency, p.title_fr AS titleFr, p.title_en AS titleEn,
      p.title_ar AS titleAr, count(h.commission_id) AS commissions,
      coalesce(sum(CASE WHEN k.barred_reason IS NULL AND k.state IN ('forecast', 'earned', 'available')
        THEN k.amount_minor - k.reversed_minor END), 0) AS heldMinor
    FROM json_each(${JSON.stringify(ids)}) CROSS JOIN fraud_cases f ON f.id = json_each.value
    JOIN users i ON i.id = f.influencer_id LEFT JOIN users m ON m.id = f.merchant_id
    LEFT JOIN conversions c ON c.id = f.conversion_id LEFT JOIN affiliate_links l ON l.id = f.link_id
    LEFT JOIN products p ON p.id = coalesce(l.product_id, c.product_id, substr(f.subject, instr(f.subject, ':') + 1))
    LEFT JOIN fraud_holds h ON h.case_id = f.id LEFT JOIN commissions k ON k.id = h.commission_id
    GROUP BY f.id`);
}

/** Cases as the actor may see them: staff all of the evidence, the parties nothing of what others do. Two queries for all. */
export async function fraudCaseObjects(ctx: Context, rows: readonly FraudCaseRow[]): Promise<FraudCase[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [around, hits] = await Promise.all([listAround(ctx, ids), listHits(ctx, ids)]);
  const isStaff = actingUser(ctx).role === "admin";
  return rows.map((row) => {
    const of = around.find(({ id }) => id === row.id);
    if (!of) throw new Error("a case names its influencer");
    const own = hits.filter(({ caseId }) => caseId === row.id);
    return objectOf(ctx, row, of, own, isStaff);
  });
}

export async function fraudCaseObject(ctx: Context, row: FraudCaseRow): Promise<FraudCase> {
  const [object] = await fraudCaseObjects(ctx, [row]);
  if (!object) throw new Error("one row makes one object");
  return object;
}

function objectOf(
  ctx: Context,
  row: FraudCaseRow,
  of: Around,
  hits: readonly FraudHitRow[],
  isStaff: boolean,
): FraudCase {
  return {
    id: row.id,
    state: row.state,
    score: row.score,
    influencer: { id: row.influencerId, name: of.influencerName },
    merchant: row.merchantId === null ? null : { id: row.merchantId, name: of.merchantName ?? "" },
    linkId: row.linkId,
    conversionId: row.conversionId,
    commissionId: of.commissionId,
    product: of.titleFr === null ? null : { fr: of.titleFr, en: of.titleEn, ar: of.titleAr },
    orderedAt: isoOrNull(of.orderedAt),
    amountMinor: of.amountMinor,
    currency: of.currency,
    heldMinor: row.state === "open" ? of.heldMinor : 0,
    commissions: of.commissions,
    hits: hits.map(({ rule, score, evidence, createdAt }) => ({
      ...{ rule, score, at: iso(createdAt) },
      evidence: isStaff ? evidence : ownEvidence(evidence),
    })),
    appeal:
      row.appealMessage === null || row.appealedAt === null
        ? null
        : { message: row.appealMessage, at: iso(row.appealedAt) },
    mayAppeal: actingUser(ctx).role === "influencer" && appealOn(row) !== null,
    decision:
      row.state === "open" || row.reason === null || row.decidedAt === null
        ? null
        : { decision: row.state, reason: row.reason, at: iso(row.decidedAt) },
    openedAt: iso(row.openedAt),
    reopenedAt: isoOrNull(row.reopenedAt),
    escalated: isEscalated(row, ctx.now()),
  };
}
