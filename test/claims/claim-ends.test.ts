import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { CLAIM_STATES, type ClaimState } from "../../schemas/claims.ts";
import { endClaims } from "../../workers/crons/end-claims.ts";
import { CLAIM_MOVES } from "../../workers/modules/tracking/claims/rules.ts";
import { bookFaults, SOUND } from "../support/books.ts";
import { addOldProgramme } from "../support/old-programme.ts";
import { type Programme, runCommissionQueue, systemContext } from "../support/world.ts";
import * as world from "./claims-world.ts";

const { accept, addHeldOrder, back, contest, decide, missing, openClaim, readClaim, withdraw } = world;

const later = (days: number) => systemContext({ now: () => Date.now() + days * world.DAY_MS });
const stateOf = async (programme: Programme, id: string) => (await readClaim(programme.merchant, id)).body.state;
/** As if the ten days were over. */
const letLapse = (id: string) =>
  env.CORE_DB.prepare("UPDATE claims SET answer_by = ? WHERE id = ?")
    .bind(Date.now() - 1, id)
    .run();

// A row as each state allows it.
async function putInState(id: string, state: ClaimState): Promise<boolean> {
  const isDecided = state === "accepted" || state === "rejected";
  const decision = state === "accepted" ? "accept" : "reject";
  return env.CORE_DB.prepare(
    "UPDATE claims SET state = ?1, decision = ?2, decided_by = ?3, decided_at = ?4 WHERE id = ?5",
  )
    .bind(state, isDecided ? decision : null, isDecided ? "admin" : null, isDecided ? 1 : null, id)
    .run()
    .then(
      () => true,
      (failure: unknown) => {
        expect(String(failure)).toContain("claim_moves_are_listed");
        return false;
      },
    );
}

describe("the moves of a claim", () => {
  it("are the same in the rules and in the database", async () => {
    const programme = await addOldProgramme();
    const { id: conversionId } = await world.placeOrder(programme);
    for (const from of CLAIM_STATES) {
      for (const to of CLAIM_STATES) {
        const id = systemContext().newId("clm");
        await env.CORE_DB.prepare(
          `INSERT INTO claims (id, kind, merchant_id, influencer_id, link_id, conversion_id, message, answer_by, created_at, updated_at)
            VALUES (?, 'return', ?, ?, ?, ?, 'm', 1, 0, 0)`,
        )
          .bind(id, programme.merchant.id, programme.influencer.id, programme.linkId, conversionId)
          .run();
        if (from !== "open") await putInState(id, from);
        const isListed = from === to || CLAIM_MOVES[from].includes(to);
        expect([from, to, await putInState(id, to)]).toEqual([from, to, isListed]);
        await env.CORE_DB.prepare("DELETE FROM claims WHERE id = ?").bind(id).run();
      }
    }
  });

  it("end where who opened it takes it back, before anybody has decided", async () => {
    const programme = await addOldProgramme();
    const { merchant, influencer } = programme;
    const { body: open } = await openClaim(influencer, missing(programme));
    expect((await withdraw(merchant, open.id)).body).toMatchObject({ code: "claim.not_your_turn" });
    expect((await withdraw(influencer, open.id)).body).toMatchObject({ state: "withdrawn", decision: null });
    expect(await world.auditOf(open.id)).toEqual(["claim.opened", "claim.withdrawn"]);
    expect(await world.newsOf(open.id)).toEqual(["claim.opened", "claim.withdrawn"]);
    for (const told of [
      await withdraw(influencer, open.id),
      await contest(merchant, open.id),
      await decide(await world.addStaff(), open.id, "reject"),
    ])
      expect(told.body).toMatchObject({ status: 409, code: "claim.already_decided" });
    const { body: contested } = await openClaim(influencer, missing(programme));
    await contest(merchant, contested.id);
    expect((await withdraw(influencer, contested.id)).body).toMatchObject({ state: "withdrawn" });
  });
});

describe("who is first", () => {
  it("has answered, of two answers at once", async () => {
    const programme = await addOldProgramme();
    const { orderId } = await world.placeOrder(programme);
    const { body } = await openClaim(programme.influencer, missing(programme));
    const answers = await Promise.all([
      accept(programme.merchant, body.id, orderId),
      contest(programme.merchant, body.id),
      accept(programme.merchant, body.id, orderId),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body: refused } of answers)
      if (status !== 200) expect(["claim.already_decided", "claim.not_your_turn"]).toContain(refused.code);
  });

  it("has decided, of a decision, an answer and a withdrawal at once; the order moves at most once", async () => {
    const staff = await world.addStaff();
    for (let round = 0; round < 4; round++) {
      const programme = await addOldProgramme({ rateBps: 1500, plan: "FREE" });
      const { id, orderId } = await addHeldOrder(programme, { amountMinor: 150_000 });
      const { body } = await openClaim(programme.merchant, back(orderId));
      const told = await Promise.all([
        decide(staff, body.id, "reject"),
        accept(programme.influencer, body.id),
        withdraw(programme.merchant, body.id),
      ]);
      expect(told.filter(({ status }) => status === 200)).toHaveLength(1);
      await runCommissionQueue(id);
      const wasTaken = (await stateOf(programme, body.id)) === "accepted";
      expect((await world.bookOf(programme)).pending).toBe(wasTaken ? 0 : 22_500);
    }
    expect(await bookFaults()).toEqual(SOUND);
  });
});

describe("what nobody answers in ten days", () => {
  it("a missing sale goes to an admin, and both are told once", async () => {
    const programme = await addOldProgramme();
    const { merchant, influencer } = programme;
    const { body } = await openClaim(influencer, missing(programme));
    await endClaims(later(9.99));
    expect(await stateOf(programme, body.id)).toBe("open");
    await Promise.all([endClaims(later(10.01)), endClaims(later(10.01))]);
    await endClaims(later(11));
    expect((await readClaim(merchant, body.id)).body).toMatchObject({
      state: "contested",
      answer: null,
      decision: null,
      isYourTurn: false,
    });
    expect((await world.toldTo(influencer)).notifications).toEqual(["claim.escalated"]);
    expect((await world.toldTo(merchant)).mails).toEqual(["claim_received", "claim_escalated"]);
    expect(await world.auditOf(body.id)).toEqual(["claim.opened", "claim.escalated"]);
    expect(await world.newsOf(body.id)).toEqual(["claim.opened", "claim.escalated"]);
    expect((await decide(await world.addStaff(), body.id, "reject")).status).toBe(200);
  });

  it("a return is accepted, its order comes back and its commission with it, once", async () => {
    const programme = await addOldProgramme({ rateBps: 1500, plan: "FREE" });
    const { id, orderId } = await addHeldOrder(programme, { amountMinor: 150_000 });
    const { body } = await openClaim(programme.merchant, back(orderId));
    await Promise.all([endClaims(later(10.01)), endClaims(later(10.01))]);
    await endClaims(later(11));
    expect((await readClaim(programme.influencer, body.id)).body).toMatchObject({
      state: "accepted",
      answer: null,
      decision: { decision: "accept", by: "time" },
    });
    await runCommissionQueue(id);
    expect(await world.bookOf(programme)).toEqual({ due: 0, pending: 0, available: 0 });
    expect(await bookFaults()).toEqual(SOUND);
    expect((await world.toldTo(programme.influencer)).notifications).toEqual(["claim.received", "claim.decided"]);
    expect(await world.auditOf(body.id)).toEqual(["claim.opened", "claim.decided"]);
  });

  it("takes no late answer, even before the cron has come by", async () => {
    const programme = await addOldProgramme();
    const { orderId } = await world.placeOrder(programme);
    const { body } = await openClaim(programme.influencer, missing(programme));
    await letLapse(body.id);
    expect((await accept(programme.merchant, body.id, orderId)).body).toMatchObject({ code: "claim.not_your_turn" });
    expect((await readClaim(programme.merchant, body.id)).body.isYourTurn).toBe(false);
  });

  it("does not wait for one that fails", async () => {
    const programme = await addOldProgramme({ rateBps: 1500, plan: "FREE" });
    const claims = [];
    for (let count = 0; count < 2; count++) {
      const { orderId } = await addHeldOrder(programme);
      claims.push((await openClaim(programme.merchant, back(orderId))).body);
    }
    const [broken, sound] = claims;
    // Its event's id is there already with other content, as no program of ours would write it.
    await env.CORE_DB.prepare(
      `INSERT INTO conversion_events (id, conversion_id, source, event_id, status, occurred_at, content_hash, received_at)
        VALUES ('evt_broken', ?, 'claim', ?, 'lost', 1, 'other', 1)`,
    )
      .bind(broken?.conversionId, broken?.id)
      .run();
    await endClaims(later(10.01));
    expect([await stateOf(programme, broken?.id ?? ""), await stateOf(programme, sound?.id ?? "")]).toEqual([
      "open",
      "accepted",
    ]);
  });
});
