import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { SCHEDULE } from "../../workers/crons/schedule.ts";
import { listHeldCommissionIds } from "../../workers/modules/fraud/queries.ts";
import { createContext } from "../../workers/platform/context.ts";
import { systemContext } from "../support/world.ts";
import { addCase, caseOf, DAY_MS, tell } from "./fraud-world.ts";

const JOBS = Object.values(SCHEDULE).flat();

/** Runs every cron of the platform as if it were so many days later. */
async function runAllCrons(days: number): Promise<void> {
  const deferred: Promise<unknown>[] = [];
  const ctx = createContext(env, (work) => deferred.push(work), {
    actor: { role: "system", job: "test" },
    now: () => Date.now() + days * DAY_MS,
    log: () => {},
  });
  for (const job of JOBS) await job(ctx).catch(() => undefined);
  await Promise.allSettled(deferred);
}

describe("a hold", () => {
  it("never releases by itself: 400 days of every cron leave the case open and its commission held", async () => {
    const { programme, placed, fraudCase } = await addCase();
    await tell(programme, placed, "collected");
    const commissionId = placed.commission?.id ?? "";
    for (const days of [1, 8, 15, 29, 31, 32, 45, 46, 60, 91, 180, 365, 366, 400]) await runAllCrons(days);
    expect(await caseOf(programme)).toMatchObject({ id: fraudCase.id, state: "open", heldMinor: 6750 });
    expect(await listHeldCommissionIds(systemContext(), [commissionId])).toEqual(new Set([commissionId]));
    const row = await env.CORE_DB.prepare("SELECT state FROM commissions WHERE id = ?")
      .bind(commissionId)
      .first("state");
    expect(row).toBe("earned");
  });
});
