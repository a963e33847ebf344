import type { DecideFraud, FraudCaseDetail } from "../../../schemas/fraud.ts";
import { actingAdmin } from "../../core/actor.ts";
import { Conflict, Forbidden } from "../../core/errors.ts";
import { commit, retryLostRace, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { barCommissions, giveBackCommissions } from "../commissions/bar-commissions.ts";
import { happened } from "../outbox/statements.ts";
import { getUser } from "../users/queries.ts";
import { tellDecided } from "./case-letters.ts";
import { fraudCaseDetail, type Step } from "./fraud-case-detail.ts";
import { getCase, listToBar, listToGiveBack, type NamedCommission } from "./queries.ts";
import { changeCase, insertCaseEvent } from "./statements.ts";
import type { FraudCaseRow } from "./tables.ts";

// As many as may follow one answer; the others are sent by the outbox within the minute.
const NUDGED_AT_ONCE = 100;

/**
 * A person decides an open case, with a reason. `cleared` lets its commissions go on, and gives back what an earlier
 * rejection took; `rejected` lets them earn nothing: void before earning, reversed with fee and VAT after it (money.md 4).
 * Of two who decide at once one wins, and the other hears that it is decided.
 * @throws Forbidden `admin.scope_missing` without `compliance`, `fraud.second_person` for who rejected it before
 * @throws NotFound `fraud.case_not_found` @throws Conflict `fraud.already_decided`
 */
export async function decideFraudCase(ctx: Context, id: string, input: DecideFraud): Promise<FraudCaseDetail> {
  const { answer, touched } = await retryLostRace(() => attempt(ctx, id, input));
  for (const { conversionId } of touched.slice(0, NUDGED_AT_ONCE)) ctx.nudge({ kind: "commission.due", conversionId });
  return answer;
}

async function attempt(ctx: Context, id: string, { decision, reason }: DecideFraud) {
  const admin = actingAdmin(ctx, "compliance");
  const read = await getCase(ctx, id);
  if (read.state !== "open") throw new Conflict("fraud.already_decided");
  if (read.rejectedBeforeBy === admin.id) throw new Forbidden("fraud.second_person");
  const { touched, statements } = await effectsOf(ctx, read, decision);
  const decided = { state: decision, decidedAt: ctx.now(), decidedBy: admin.id, reason };
  const { displayName: by } = await getUser(ctx, admin.id);
  const step: Step = { kind: decision, at: new Date(ctx.now()).toISOString(), rule: null, by, message: reason };
  const answer = await fraudCaseDetail(ctx, { ...read, ...decided }, [step]);
  await commit(
    ctx,
    [
      ...changeCase(ctx, read, decided),
      insertCaseEvent(ctx, { caseId: id, kind: decision, actorId: admin.id, message: reason }),
      ...statements,
      happened(ctx, "fraud.case_decided", id, { decision }),
      audit(ctx, "fraud.case_decided", id, { decision, reason, score: read.score, commissions: touched.length }),
      ...(await tellDecided(ctx, read, decision, reason)),
    ],
    { status: 200, body: answer },
  );
  return { answer, touched };
}

async function effectsOf(
  ctx: Context,
  read: FraudCaseRow,
  decision: DecideFraud["decision"],
): Promise<{ touched: NamedCommission[]; statements: Statement[] }> {
  if (decision === "rejected") {
    const touched = await listToBar(ctx, read.id);
    return { touched, statements: barCommissions(ctx, touched, "fraud") };
  }
  const touched = read.reopenedAt === null ? [] : await listToGiveBack(ctx, read.id);
  return { touched, statements: giveBackCommissions(ctx, touched) };
}
