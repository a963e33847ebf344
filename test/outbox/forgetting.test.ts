import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import { unseal } from "../../workers/core/seal.ts";
import { forgetOldRows } from "../../workers/crons/forget-old-rows.ts";
import { runCron } from "../../workers/crons/schedule.ts";
import { ORDER_CONFIRMATION } from "../../workers/modules/tracking/conceal-customer.ts";
import { addProgramme, call, order, systemContext } from "../support/world.ts";

const DAY_MS = 86_400_000;
const phoneOf = async (id: string) =>
  (
    await env.CORE_DB.prepare("SELECT customer_phone_sealed AS sealed FROM conversions WHERE id = ?")
      .bind(id)
      .first<{ sealed: string | null }>()
  )?.sealed;
const inDays = (days: number) => systemContext({ now: () => Date.now() + days * DAY_MS });

async function placeWithPhone(more: Record<string, unknown> = {}): Promise<string> {
  const programme = await addProgramme();
  const json = order({ customer: { phone: "0612345678" }, ...more });
  return (await call<Conversion>("POST", "/api/tracking/conversions", { key: programme.merchant.apiKey, json })).body
    .id;
}

describe("a customer's phone", () => {
  it("can be read for confirming the order, and is gone 30 days later", async () => {
    const id = await placeWithPhone();
    await forgetOldRows(inDays(29));
    const { sealKeys } = await systemContext().secrets();
    expect(await unseal(sealKeys, ORDER_CONFIRMATION, (await phoneOf(id)) ?? "")).toBe("+212612345678");
    await forgetOldRows(inDays(31));
    expect(await phoneOf(id)).toBeNull();
  });

  it("is gone as soon as the order has ended, however it ended", async () => {
    const ended = [
      { status: "collected" },
      { status: "refused" },
      { status: "lost" },
      { status: "delivered", payment: "prepaid" },
    ];
    const ids = await Promise.all(ended.map((more) => placeWithPhone(more)));
    const onItsWay = await placeWithPhone({ status: "delivered" });
    await forgetOldRows(systemContext());
    for (const id of ids) expect(await phoneOf(id)).toBeNull();
    expect(await phoneOf(onItsWay)).not.toBeNull();
  });
});

describe("a cron", () => {
  it("runs its other jobs when one fails, and says which", async () => {
    const logged: string[] = [];
    const original = console.log;
    console.log = (line: string) => void logged.push(line);
    try {
      const broken = {
        ...env,
        FILES: new Proxy(env.FILES, { get: () => () => Promise.reject(new Error("R2 is down")) }),
      };
      await runCron({ cron: "* * * * *", scheduledTime: Date.now(), noRetry() {} }, broken, createExecutionContext());
    } finally {
      console.log = original;
    }
    expect(logged.map((line) => JSON.parse(line))).toMatchObject([
      { level: "error", message: "a cron job failed", job: "resendSpilledClicks" },
    ]);
  });
});
