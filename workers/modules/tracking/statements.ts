import type { Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { INTAKE_TERMS, type Intake, type IntakeKeys } from "./queries.ts";

const PROOF = `INSERT INTO changed_rows (changed, expected)
  SELECT (plan IS ?5) + (vatBps IS ?6) + (click IS ?7) + (coupon IS ?8), 4 FROM (${INTAKE_TERMS})`;

/**
 * Aborts the commit as a lost race unless remembered terms are still the database's own, to the letter, in the very
 * transaction that freezes them on the order. Nothing for terms that were just read.
 */
export function provenTerms(ctx: Context, keys: IntakeKeys, { recalled }: Intake): Statement[] {
  if (!recalled) return [];
  const { merchantId, linkNumber, couponCode } = keys;
  const { plan, vatBps, click, coupon } = recalled;
  return [
    {
      toSQL: () => ({
        sql: PROOF,
        params: [merchantId, ctx.now(), linkNumber, couponCode, plan, vatBps, click, coupon],
      }),
    },
  ];
}
