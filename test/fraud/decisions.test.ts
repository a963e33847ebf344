import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { FRAUD_STATES, type FraudCase, type FraudCaseDetail } from "../../schemas/fraud.ts";
import type { Page } from "../../schemas/page.ts";
import { commit } from "../../workers/db/commit.ts";
import { CASE_MOVES } from "../../workers/modules/fraud/case-rules.ts";
import { listHeldCommissionIds } from "../../workers/modules/fraud/queries.ts";
import { holdCommissions } from "../../workers/modules/fraud/statements.ts";
import { balanceOf, bookFaults, SOUND } from "../support/books.ts";
import { addOldProgramme } from "../support/old-programme.ts";
import { addUser, call, runCommissionQueue, systemContext } from "../support/world.ts";
import {
  addCase,
  addCompliance,
  appeal,
  caseOf,
  DAY_MS,
  decide,
  placeOrder,
  placeTooFast,
  readFraudNews,
  tell,
  WHY,
} from "./fraud-world.ts";

const commissionOf = (conversionId: string) =>
  env.CORE_DB.prepare(
    "SELECT id, state, amount_minor AS amountMinor, reversed_minor AS reversedMinor, barred_reason AS barred FROM commissions WHERE conversion_id = ?",
  )
    .bind(conversionId)
    .first<{ id: string; state: string; amountMinor: number; reversedMinor: number; barred: string | null }>();

const balances = async (merchantId: string, influencerId: string) => ({
  due: await balanceOf(`merchant:${merchantId}:due`),
  pending: await balanceOf(`influencer:${influencerId}:pending`),
  fees: await balanceOf("platform:fees"),
  vat: await balanceOf("platform:vat"),
});

const auditOf = async (subjectId: string) =>
  (
    await env.CORE_DB.prepare("SELECT action, actor_id AS by FROM audit_log WHERE subject_id = ? ORDER BY rowid")
      .bind(subjectId)
      .all<{ action: string; by: string }>()
  ).results;

describe("a case that a person clears", () => {
  it("lets its commission go on: it is earned like any other, and no longer held", async () => {
    const { programme, placed, fraudCase } = await addCase();
    const admin = await addCompliance();
    const { status, body } = await decide(admin, fraudCase.id, "cleared");
    expect([status, body.state, body.heldMinor, body.decision]).toEqual([
      200,
      "cleared",
      0,
      { decision: "cleared", reason: WHY, at: expect.any(String) },
    ]);
    expect(body.timeline.map(({ kind, by }) => [kind, by])).toEqual([
      ["opened", null],
      ["noticed", null],
      ["cleared", "Test admin"],
    ]);
    expect((await listHeldCommissionIds(systemContext(), [placed.commission?.id ?? ""])).size).toBe(0);
    await tell(programme, placed, "collected");
    expect(await commissionOf(placed.id)).toMatchObject({ state: "earned", barred: null });
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("is not opened again by the order that it was about", async () => {
    const { programme, placed, fraudCase } = await addCase();
    await decide(await addCompliance(), fraudCase.id, "cleared");
    await env.CORE_DB.prepare(
      "INSERT INTO outbox (id, event, subject_id, created_at, attempts, next_attempt_at) VALUES (?, 'conversion.attributed', ?, 1, 0, 1)",
    )
      .bind(systemContext().newId("out"), placed.id)
      .run();
    await readFraudNews();
    expect((await caseOf(programme)).state).toBe("cleared");
  });
});

describe("a case that a person rejects", () => {
  it("before earning: the commission is void, and a later collection earns nothing", async () => {
    const { programme, placed, fraudCase } = await addCase();
    const { merchant, influencer } = programme;
    const before = await balances(merchant.id, influencer.id);
    await decide(await addCompliance(), fraudCase.id, "rejected");
    await runCommissionQueue(placed.id);
    expect(await commissionOf(placed.id)).toMatchObject({ state: "void", barred: "fraud" });
    await tell(programme, placed, "collected");
    expect(await commissionOf(placed.id)).toMatchObject({ state: "void" });
    expect(await balances(merchant.id, influencer.id)).toEqual(before);
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("after earning: commission, fee and VAT go back, and the book is where it was", async () => {
    const { programme, placed, fraudCase } = await addCase();
    const { merchant, influencer } = programme;
    const before = await balances(merchant.id, influencer.id);
    await tell(programme, placed, "collected");
    expect(await balances(merchant.id, influencer.id)).toEqual({
      due: before.due - 12_150,
      pending: before.pending + 6750,
      fees: before.fees + 4500,
      vat: before.vat + 900,
    });
    await decide(await addCompliance(), fraudCase.id, "rejected");
    await runCommissionQueue(placed.id);
    expect(await commissionOf(placed.id)).toMatchObject({ state: "reversed", amountMinor: 6750, reversedMinor: 6750 });
    expect(await balances(merchant.id, influencer.id)).toEqual(before);
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("says so to the influencer, with the reason, in the app and by e-mail", async () => {
    const { programme, fraudCase } = await addCase();
    await decide(await addCompliance(), fraudCase.id, "rejected");
    const own = await caseOf(programme);
    expect(own).toMatchObject({ state: "rejected", mayAppeal: true, decision: { decision: "rejected", reason: WHY } });
    const told = await env.CORE_DB.prepare(
      "SELECT (SELECT count(*) FROM notifications WHERE user_id = ?1 AND kind = 'fraud.decided') AS told, (SELECT count(*) FROM mails WHERE user_id = ?1 AND template = 'fraud_decided') AS written",
    )
      .bind(programme.influencer.id)
      .first();
    expect(told).toEqual({ told: 1, written: 1 });
  });

  it("of a foreign order stays rejected when its rate is set later", async () => {
    const programme = await addOldProgramme();
    const placed = await placeTooFast(programme, { currency: "EUR" });
    await readFraudNews();
    const { id } = await caseOf(programme);
    await decide(await addCompliance(), id, "rejected");
    const finance = await addUser("admin", { adminScopes: ["finance"] });
    const json = { madPerUnitMicros: 10_850_000, reason: "Taux du jour de la commande" };
    await call("POST", `/api/admin/conversions/${placed.id}/exchange-rate`, { key: finance.apiKey, json });
    await readFraudNews();
    await tell(programme, placed, "collected");
    expect(await commissionOf(placed.id)).toMatchObject({ state: "void", barred: "fraud" });
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("leaves another order of the same link alone", async () => {
    const { programme, fraudCase } = await addCase();
    const other = await placeOrder(programme);
    await decide(await addCompliance(), fraudCase.id, "rejected");
    expect(await commissionOf(other.id)).toMatchObject({ state: "forecast", barred: null });
  });
});

describe("two decisions at once", () => {
  it("are one: the first stands, the other hears that it is decided, and the book moves once", async () => {
    const { programme, placed, fraudCase } = await addCase();
    await tell(programme, placed, "collected");
    const admins = [await addCompliance(), await addCompliance(), await addCompliance()];
    const answers = await Promise.all(admins.map((admin) => decide(admin, fraudCase.id, "rejected")));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("fraud.already_decided");
    await runCommissionQueue(placed.id);
    expect(await commissionOf(placed.id)).toMatchObject({ state: "reversed" });
    const events = await env.CORE_DB.prepare("SELECT count(*) AS count FROM fraud_case_events WHERE case_id = ?")
      .bind(fraudCase.id)
      .first("count");
    expect(events).toBe(1);
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("under one Idempotency-Key are one answer", async () => {
    const { fraudCase } = await addCase();
    const admin = await addCompliance();
    const headers = { "Idempotency-Key": `decide-${fraudCase.id}` };
    const [first, second] = [
      await decide(admin, fraudCase.id, "cleared", headers),
      await decide(admin, fraudCase.id, "cleared", headers),
    ];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
  });
});

describe("who may do what with a case", () => {
  it("staff without compliance read it and cannot decide", async () => {
    const { fraudCase } = await addCase();
    const support = await addUser("admin", { adminScopes: ["support"] });
    const read = await call<FraudCaseDetail>("GET", `/api/admin/fraud/${fraudCase.id}`, { key: support.apiKey });
    expect([read.status, read.body.mayDecide]).toEqual([200, false]);
    const { status, body } = await decide(support, fraudCase.id, "cleared");
    expect([status, body.code]).toEqual([403, "admin.scope_missing"]);
  });

  it("the merchant of the order sees it; a stranger, and an influencer of another link, find nothing", async () => {
    const { programme, fraudCase } = await addCase();
    const [merchant, influencer] = [await addUser("merchant"), await addUser("influencer")];
    const listed = async (key: string) =>
      (await call<Page<FraudCase>>("GET", "/api/tracking/fraud", { key })).body.data.map(({ id }) => id);
    expect(await listed(programme.merchant.apiKey)).toEqual([fraudCase.id]);
    expect([await listed(merchant.apiKey), await listed(influencer.apiKey)]).toEqual([[], []]);
    const { status, body } = await appeal(influencer, fraudCase.id);
    expect([status, body.code]).toEqual([404, "fraud.case_not_found"]);
    expect((await decide(await addCompliance(), "frd_none", "cleared")).status).toBe(404);
  });

  it("each decision and appeal leaves an audit row with who made it", async () => {
    const { programme, placed, fraudCase } = await addCase();
    const admin = await addCompliance();
    await appeal(programme.influencer, fraudCase.id);
    await decide(admin, fraudCase.id, "rejected");
    expect(await auditOf(fraudCase.id)).toEqual([
      { action: "fraud.case_opened", by: "system:test" },
      { action: "fraud.case_appealed", by: programme.influencer.id },
      { action: "fraud.case_decided", by: admin.id },
    ]);
    expect((await auditOf(placed.commission?.id ?? "")).map(({ action }) => action)).toContain("commission.barred");
  });
});

describe("what the influencer says", () => {
  it("is kept once while the case is open, and changes nothing by itself", async () => {
    const { programme, fraudCase } = await addCase();
    const first = await appeal(programme.influencer, fraudCase.id);
    expect(first).toMatchObject({ status: 200, body: { state: "open", mayAppeal: false, heldMinor: 6750 } });
    expect((await appeal(programme.influencer, fraudCase.id)).body.code).toBe("fraud.appeal_closed");
  });

  it("against a rejection opens the case once more, for a second person, who may give the commission back", async () => {
    const { programme, placed, fraudCase } = await addCase();
    const [first, second] = [await addCompliance(), await addCompliance()];
    await tell(programme, placed, "collected");
    await decide(first, fraudCase.id, "rejected");
    await runCommissionQueue(placed.id);
    const reopened = await appeal(programme.influencer, fraudCase.id);
    expect(reopened.body).toMatchObject({ state: "open", decision: null, reopenedAt: expect.any(String) });
    expect((await decide(first, fraudCase.id, "cleared")).body.code).toBe("fraud.second_person");
    expect(await commissionOf(placed.id)).toMatchObject({ state: "reversed" });
    expect((await decide(second, fraudCase.id, "cleared")).status).toBe(200);
    await runCommissionQueue(placed.id);
    expect(await commissionOf(placed.id)).toMatchObject({ state: "earned", reversedMinor: 0, barred: null });
    expect(await balanceOf(`influencer:${programme.influencer.id}:pending`)).toBe(6750);
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("is not heard a third time: a second rejection is the last word", async () => {
    const { programme, fraudCase } = await addCase();
    for (const admin of [await addCompliance(), await addCompliance()]) {
      expect((await decide(admin, fraudCase.id, "rejected")).status).toBe(200);
      await appeal(programme.influencer, fraudCase.id);
    }
    expect(await caseOf(programme)).toMatchObject({ state: "rejected", mayAppeal: false });
    expect((await appeal(programme.influencer, fraudCase.id)).status).toBe(409);
  });

  it("does not bring back what another rejected case took", async () => {
    const { programme, placed, fraudCase } = await addCase();
    const [first, second] = [await addCompliance(), await addCompliance()];
    const other = systemContext().newId("frd");
    await env.CORE_DB.batch([
      env.CORE_DB.prepare(
        "INSERT INTO fraud_cases (id, subject, state, score, influencer_id, opened_at, decided_at, decided_by, reason) VALUES (?1, ?1, 'rejected', 60, ?2, 1, 1, ?3, 'x')",
      ).bind(other, programme.influencer.id, first.id),
      env.CORE_DB.prepare("INSERT INTO fraud_holds (commission_id, case_id, held_at) VALUES (?, ?, 1)").bind(
        placed.commission?.id,
        other,
      ),
    ]);
    await decide(first, fraudCase.id, "rejected");
    await appeal(programme.influencer, fraudCase.id);
    await decide(second, fraudCase.id, "cleared");
    expect(await commissionOf(placed.id)).toMatchObject({ barred: "fraud" });
  });
});

describe("the queue of staff", () => {
  const queue = async (query: string) => {
    const admin = await addCompliance();
    return (await call<Page<FraudCase>>("GET", `/api/admin/fraud?${query}`, { key: admin.apiKey })).body;
  };

  it("has what is open for more than 30 days on top, marked, and still held", async () => {
    const { fraudCase: old } = await addCase();
    await addCase();
    await env.CORE_DB.prepare("UPDATE fraud_cases SET opened_at = ? WHERE id = ?")
      .bind(Date.now() - 31 * DAY_MS, old.id)
      .run();
    const { data } = await queue("limit=100");
    const found = data.find(({ id }) => id === old.id);
    expect(found).toMatchObject({ escalated: true, heldMinor: 6750 });
    expect(data.map(({ id }) => id)).toEqual(data.map(({ id }) => id).sort());
  });

  it("goes on page by page in either order, without a case missing or twice", async () => {
    for (let index = 0; index < 3; index++) await addCase();
    for (const sort of ["oldest", "score"]) {
      const whole = (await queue(`limit=100&sort=${sort}`)).data.map(({ id }) => id);
      const pieces: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<FraudCase> = await queue(
          `limit=2&sort=${sort}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
        );
        pieces.push(...page.data.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(pieces).toEqual(whole);
    }
  });

  it("filters by influencer and by state", async () => {
    const { programme, fraudCase } = await addCase();
    const of = `influencerId=${programme.influencer.id}`;
    expect((await queue(of)).data.map(({ id }) => id)).toEqual([fraudCase.id]);
    expect((await queue(`${of}&state=rejected`)).data).toEqual([]);
  });
});

describe("the database", () => {
  it("knows the same moves of a case as the rules, and refuses a decision without a person", async () => {
    const { programme } = await addCase();
    const admin = await addCompliance();
    const allowed: string[] = [];
    for (const from of FRAUD_STATES)
      for (const to of FRAUD_STATES) {
        if (from === to) continue;
        const id = systemContext().newId("frd");
        const decided = (state: string) => (state === "open" ? [null, null, null] : [1, admin.id, "x"]);
        await env.CORE_DB.prepare(
          "INSERT INTO fraud_cases (id, subject, state, score, influencer_id, opened_at, decided_at, decided_by, reason) VALUES (?1, ?1, ?2, 60, ?3, 1, ?4, ?5, ?6)",
        )
          .bind(id, from, programme.influencer.id, ...decided(from))
          .run();
        const reopened = to === "open" ? [1, admin.id] : [null, null];
        await env.CORE_DB.prepare(
          "UPDATE fraud_cases SET state = ?2, decided_at = ?3, decided_by = ?4, reason = ?5, reopened_at = ?6, rejected_before_by = ?7 WHERE id = ?1",
        )
          .bind(id, to, ...decided(to), ...reopened)
          .run()
          .then(() => allowed.push(`${from}>${to}`))
          .catch(() => undefined);
      }
    expect(allowed).toEqual(FRAUD_STATES.flatMap((from) => CASE_MOVES[from].map((to) => `${from}>${to}`)));
    const alone = env.CORE_DB.prepare("UPDATE fraud_cases SET state = 'cleared' WHERE state = 'open'").run();
    await expect(alone).rejects.toThrow("fraud_decisions_name_a_person_and_a_reason");
  });

  it("lets a case that was decided meanwhile hold nothing more", async () => {
    const { programme, fraudCase } = await addCase();
    await decide(await addCompliance(), fraudCase.id, "cleared");
    await placeOrder(programme);
    const ctx = systemContext();
    await commit(ctx, [
      holdCommissions(ctx, fraudCase.id, { of: "influencer", influencerId: programme.influencer.id }),
    ]);
    expect((await caseOf(programme)).commissions).toBe(1);
  });
});
