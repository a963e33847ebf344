import type { AppealFraud, FraudCase } from "../../../schemas/fraud.ts";
import { actingAs } from "../../core/actor.ts";
import { Conflict } from "../../core/errors.ts";
import { commit, retryLostRace } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { appealOn } from "./case-rules.ts";
import { fraudCaseObject } from "./fraud-case-object.ts";
import { getCase } from "./queries.ts";
import { changeCase, insertCaseEvent } from "./statements.ts";
import type { FraudCaseRow } from "./tables.ts";

/**
 * The influencer says what happened: once while the case is open, and once against a rejection, which opens it again for a
 * second person. What was taken back stays so until that person decides.
 * @throws NotFound `fraud.case_not_found` @throws Conflict `fraud.appeal_closed`
 */
export function appealFraudCase(ctx: Context, id: string, input: AppealFraud): Promise<FraudCase> {
  actingAs(ctx, "influencer");
  return retryLostRace(() => attempt(ctx, id, input.message));
}

async function attempt(ctx: Context, id: string, message: string): Promise<FraudCase> {
  const influencer = actingAs(ctx, "influencer");
  const read = await getCase(ctx, id);
  const kind = appealOn(read);
  if (kind === null) throw new Conflict("fraud.appeal_closed");
  const now = ctx.now();
  const reopened: Partial<FraudCaseRow> =
    kind === "explained"
      ? {}
      : {
          state: "open",
          reopenedAt: now,
          rejectedBeforeBy: read.decidedBy,
          decidedAt: null,
          decidedBy: null,
          reason: null,
        };
  const changes = { ...reopened, appealMessage: message, appealedAt: now };
  const answer = await fraudCaseObject(ctx, { ...read, ...changes });
  await commit(
    ctx,
    [
      ...changeCase(ctx, read, changes),
      insertCaseEvent(ctx, { caseId: id, kind, actorId: influencer.id, message }),
      happened(ctx, "fraud.case_appealed", id, { against: kind === "appealed" ? "rejection" : "hold" }),
      audit(ctx, "fraud.case_appealed", id, { against: kind === "appealed" ? "rejection" : "hold" }),
    ],
    { status: 200, body: answer },
  );
  return answer;
}
