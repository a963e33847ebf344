import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import { drainOutbox } from "../../workers/crons/drain-outbox.ts";
import { nextAttemptOn } from "../../workers/modules/outbox/rules.ts";
import { recordOrderEvent } from "../../workers/modules/tracking/record-order-event.ts";
import type { Context } from "../../workers/platform/context.ts";
import { balanceOf, bookFaults, SOUND } from "../support/books.ts";
import { addProgramme, call, contextOf, order, runCommissionQueue, systemContext } from "../support/world.ts";

const MINUTE_MS = 60_000;
const openRows = async (subjectId: string) =>
  (
    await env.CORE_DB.prepare(
      "SELECT attempts, next_attempt_at AS nextAttemptAt FROM outbox WHERE subject_id = ? AND done_at IS NULL",
    )
      .bind(subjectId)
      .all<{ attempts: number; nextAttemptAt: number }>()
  ).results;

async function collectWithoutMessage() {
  const programme = await addProgramme();
  const { body } = await call<Conversion>("POST", "/api/tracking/conversions", {
    key: programme.merchant.apiKey,
    json: order({ clickToken: await programme.token() }),
  });
  const merchant = contextOf({
    role: "merchant",
    id: programme.merchant.id,
    locale: "fr",
    adminScopes: [],
    via: { kind: "key", keyId: "k", scopes: [] },
  });
  await recordOrderEvent({ ...merchant, nudge: () => {} }, body.id, { eventId: "c", status: "collected" });
  return { programme, conversionId: body.id };
}

const noteIn =
  (sent: string[]): Context["nudge"] =>
  (message) =>
    void (message.kind === "commission.due" && sent.push(message.conversionId));

describe("a lost commission message", () => {
  it("is found by the cron, which sends it again until the posting is made, once", async () => {
    const { programme, conversionId } = await collectWithoutMessage();
    const pending = `influencer:${programme.influencer.id}:pending`;
    expect([await openRows(conversionId), await balanceOf(pending)]).toMatchObject([[{ attempts: 0 }], 0]);

    const sent: string[] = [];
    const later = {
      ...systemContext({ now: () => Date.now() + 2 * MINUTE_MS }),
      nudge: noteIn(sent),
    };
    await drainOutbox(later);
    expect(sent).toContain(conversionId);
    expect(await openRows(conversionId)).toMatchObject([{ attempts: 1 }]);
    await drainOutbox(later);
    expect(sent.filter((id) => id === conversionId)).toHaveLength(1);

    await runCommissionQueue(conversionId);
    await runCommissionQueue(conversionId);
    expect([await openRows(conversionId), await balanceOf(pending)]).toEqual([[], 6_750]);
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("is not sent before its time", async () => {
    const { conversionId } = await collectWithoutMessage();
    const sent: string[] = [];
    await drainOutbox({
      ...systemContext(),
      nudge: noteIn(sent),
    });
    expect(sent).not.toContain(conversionId);
  });

  it("is sent again after 1, 2, 4 … minutes, an hour at most", () => {
    expect([0, 1, 2, 6, 50].map((attempts) => nextAttemptOn(0, attempts) / MINUTE_MS)).toEqual([1, 2, 4, 60, 60]);
  });
});

describe("every change of an order", () => {
  it("leaves an audit row and an outbox row in the same commit", async () => {
    const { conversionId } = await collectWithoutMessage();
    const rows = async (table: string) =>
      (
        await env.CORE_DB.prepare(`SELECT count(*) AS rows FROM ${table} WHERE subject_id = ?`)
          .bind(conversionId)
          .first<{ rows: number }>()
      )?.rows;
    expect(await rows("audit_log")).toBe(2);
    expect(await rows("outbox")).toBe(3);
  });

  it("cannot be rubbed out of the audit log", async () => {
    await collectWithoutMessage();
    await expect(env.CORE_DB.prepare("UPDATE audit_log SET action = 'x'").run()).rejects.toThrow(
      "audit_log_is_append_only",
    );
    await expect(env.CORE_DB.prepare("DELETE FROM audit_log").run()).rejects.toThrow("audit_log_is_append_only");
  });
});
