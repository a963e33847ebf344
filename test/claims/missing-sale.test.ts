import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { bookFaults, SOUND } from "../support/books.ts";
import { addOldProgramme } from "../support/old-programme.ts";
import { addProgramme, addUser, call, runCommissionQueue } from "../support/world.ts";
import * as world from "./claims-world.ts";

const { accept, ago, answer, contest, decide, missing, openClaim, readClaim, readOrder } = world;

describe("an influencer's claim of a missing sale", () => {
  it("names an own link and the order as the customer knows it, and waits ten days for the merchant", async () => {
    const programme = await addOldProgramme();
    const { influencer, merchant, linkId } = programme;
    const { status, body } = await openClaim(influencer, missing(programme, { amountMinor: 45_000 }));
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        kind: "missing_sale",
        state: "open",
        linkId,
        conversionId: null,
        orderId: null,
        orderRef: "CMD-1042",
        amountMinor: 45_000,
        currency: "MAD",
        message: world.WHY,
        evidence: [],
        answer: null,
        decision: null,
        isYourTurn: false,
      }),
    ]);
    const days = (Date.parse(body.answerBy) - Date.parse(body.createdAt)) / world.DAY_MS;
    expect(days).toBe(10);
    expect((await readClaim(merchant, body.id)).body).toMatchObject({ isYourTurn: true, orderRef: "CMD-1042" });
    expect(await world.toldTo(merchant)).toEqual({ notifications: ["claim.received"], mails: ["claim_received"] });
    expect(await world.auditOf(body.id)).toEqual(["claim.opened"]);
    expect(await world.newsOf(body.id)).toEqual(["claim.opened"]);
  });

  it("is open once per order, and again once it has ended", async () => {
    const programme = await addOldProgramme();
    const { influencer } = programme;
    const first = await openClaim(influencer, missing(programme));
    expect((await openClaim(influencer, missing(programme))).body).toMatchObject({
      status: 409,
      code: "claim.already_open",
    });
    const answers = await Promise.all(
      [1, 2, 3].map(() => openClaim(influencer, missing(programme, { orderRef: "B" }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await world.withdraw(influencer, first.body.id);
    expect((await openClaim(influencer, missing(programme))).status).toBe(201);
  });

  it.each([
    ["somebody else's link", { linkId: "lnk_none" }, 422, "request.invalid", "linkId"],
    ["a day more than 90 days ago", { orderedAt: ago(91) }, 422, "request.invalid", "orderedAt"],
    ["a day to come", { orderedAt: ago(-1) }, 422, "request.invalid", "orderedAt"],
    ["no day at all", { orderedAt: "hier" }, 422, "request.invalid", "orderedAt"],
    ["a message too short to answer", { message: "svp" }, 422, "request.invalid", "message"],
    ["an amount below a centime", { amountMinor: 0 }, 422, "request.invalid", "amountMinor"],
  ])("is refused for %s", async (_name, wrong, status, code, path) => {
    const programme = await addOldProgramme();
    const { body } = await openClaim(programme.influencer, missing(programme, wrong));
    expect(body).toMatchObject({ status, code, errors: [expect.objectContaining({ path })] });
  });

  it("is refused for an order from before the link, for another's link and for a merchant", async () => {
    const young = await addProgramme();
    const { body } = await openClaim(young.influencer, missing(young, { orderedAt: ago(3) }));
    expect(body).toMatchObject({ status: 409, code: "claim.order_differs" });
    const programme = await addOldProgramme();
    expect((await openClaim(young.influencer, missing(programme))).body).toMatchObject({ code: "request.invalid" });
    expect((await openClaim(programme.merchant, missing(programme))).body).toMatchObject({
      status: 403,
      code: "role.required",
    });
  });

  it("is nobody else's to see", async () => {
    const programme = await addOldProgramme();
    const { body } = await openClaim(programme.influencer, missing(programme));
    for (const stranger of [await addUser("influencer"), await addUser("merchant")]) {
      for (const told of [
        await readClaim(stranger, body.id),
        await accept(stranger, body.id, "x"),
        await world.withdraw(stranger, body.id),
      ])
        expect(told.body).toMatchObject({ status: 404, code: "claim.not_found" });
      const { body: page } = await call<{ data: unknown[] }>("GET", "/api/tracking/claims", { key: stranger.apiKey });
      expect(page.data).toEqual([]);
    }
  });
});

describe("a missing sale that is accepted", () => {
  it("gives the order to the claim's link on the terms of the request, and forecasts its commission", async () => {
    const programme = await addOldProgramme({ rateBps: 1500, requestRateBps: 2000 });
    const { merchant, influencer, linkId } = programme;
    const { id, orderId } = await world.placeOrder(programme);
    const { body: opened } = await openClaim(influencer, missing(programme));
    const { status, body } = await accept(merchant, opened.id, orderId);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        state: "accepted",
        conversionId: id,
        orderId,
        isYourTurn: false,
        answer: expect.objectContaining({ answer: "accept" }),
        decision: expect.objectContaining({ decision: "accept", by: "party" }),
      }),
    ]);
    const order = await readOrder(influencer, id);
    expect(order).toMatchObject({
      attribution: { by: "click", reason: "claim_accepted", linkId, influencerId: influencer.id },
      commission: { state: "forecast", amountMinor: 9_000, rateBps: 2000 },
    });
    const read = (await readClaim(influencer, opened.id)).body;
    expect([read.orderId, read.orderRef, read.conversionId]).toEqual([null, "CMD-1042", id]);
    expect(await world.toldTo(influencer)).toEqual({ notifications: ["claim.answered"], mails: ["claim_answered"] });
    expect(await world.auditOf(opened.id)).toEqual(["claim.opened", "claim.answered"]);
    expect(await world.newsOf(opened.id)).toEqual(["claim.opened", "claim.answered", "claim.decided"]);
    expect(await world.newsOf(id)).toContain("conversion.attributed");
  });

  it("earns at once when the cash was in already, and the book stays at zero", async () => {
    const programme = await addOldProgramme({ rateBps: 1500, plan: "FREE" });
    const { id, orderId } = await world.placeOrder(programme, { amountMinor: 150_000 });
    await world.collect(programme, orderId, 20);
    const { body } = await openClaim(programme.influencer, missing(programme));
    await accept(programme.merchant, body.id, orderId);
    expect(
      await env.CORE_DB.prepare(
        "SELECT count(*) AS count FROM outbox WHERE subject_id = ? AND event = 'commission.due' AND done_at IS NULL",
      )
        .bind(id)
        .first(),
    ).toEqual({ count: 1 });
    await runCommissionQueue(id);
    expect((await readOrder(programme.influencer, id)).commission).toMatchObject({
      state: "earned",
      amountMinor: 22_500,
    });
    expect(await world.bookOf(programme)).toEqual({ due: -40_500, pending: 22_500, available: 0 });
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("is void when its order had ended already", async () => {
    const programme = await addOldProgramme();
    const { id, orderId } = await world.placeOrder(programme, { status: "cancelled" });
    const { body } = await openClaim(programme.influencer, missing(programme));
    expect((await accept(programme.merchant, body.id, orderId)).status).toBe(200);
    expect((await readOrder(programme.influencer, id)).commission).toMatchObject({ state: "void" });
  });

  it("must name an order that the shop has reported", async () => {
    const programme = await addOldProgramme();
    const other = await addOldProgramme();
    const theirs = await world.placeOrder(other);
    const { body } = await openClaim(programme.influencer, missing(programme));
    for (const [orderId, message] of [
      [undefined, "Ce champ est obligatoire"],
      ["never-reported", "Cette commande n'existe pas"],
      [theirs.orderId, "Cette commande n'existe pas"],
      [theirs.id, "Cette commande n'existe pas"],
    ]) {
      const told = await accept(programme.merchant, body.id, orderId);
      expect(told.body).toMatchObject({
        status: 422,
        code: "request.invalid",
        errors: [{ path: "orderId", message }],
      });
    }
    expect((await readClaim(programme.merchant, body.id)).body).toMatchObject({ state: "open", answer: null });
  });

  it("is never an order that another touch has brought, nor one from before the link", async () => {
    const programme = await addOldProgramme();
    const attributed = await world.addHeldOrder(programme);
    const old = await world.placeOrder(programme, { occurredAt: ago(250) });
    const { body } = await openClaim(programme.influencer, missing(programme));
    for (const { orderId } of [attributed, old])
      expect((await accept(programme.merchant, body.id, orderId)).body).toMatchObject({
        status: 409,
        code: "claim.order_differs",
      });
  });

  it("goes to one of two influencers who claim the same order", async () => {
    const programme = await addOldProgramme();
    const { merchant } = programme;
    const { orderId, id } = await world.placeOrder(programme);
    const claims = await Promise.all(
      ["A", "B"].map((orderRef) => openClaim(programme.influencer, missing(programme, { orderRef }))),
    );
    const answers = await Promise.all(claims.map(({ body }) => accept(merchant, body.id, orderId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("claim.order_differs");
    const commissions = await env.CORE_DB.prepare("SELECT count(*) AS count FROM commissions WHERE conversion_id = ?")
      .bind(id)
      .first();
    expect(commissions).toEqual({ count: 1 });
  });

  it("is answered once, however often the same answer is sent", async () => {
    const programme = await addOldProgramme();
    const { orderId } = await world.placeOrder(programme);
    const { body } = await openClaim(programme.influencer, missing(programme));
    const again = () =>
      call("POST", `/api/tracking/claims/${body.id}/answer`, {
        key: programme.merchant.apiKey,
        json: { answer: "accept", orderId },
        headers: { "Idempotency-Key": "answer-1" },
      });
    const [first, second] = [await again(), await again()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(await world.auditOf(body.id)).toEqual(["claim.opened", "claim.answered"]);
  });
});

describe("a missing sale that is contested", () => {
  it("goes to an admin, who accepts it by naming the order, or rejects it", async () => {
    const programme = await addOldProgramme();
    const staff = await world.addStaff();
    const { id, orderId } = await world.placeOrder(programme);
    const { body: opened } = await openClaim(programme.influencer, missing(programme));
    const { body: contested } = await contest(programme.merchant, opened.id);
    expect(contested).toMatchObject({ state: "contested", decision: null, isYourTurn: false });
    const { body: seen } = await call("GET", `/api/admin/claims/${opened.id}`, { key: staff.apiKey });
    expect(seen).toMatchObject({ isYourTurn: true, state: "contested" });
    expect((await decide(staff, opened.id, "accept")).body).toMatchObject({
      code: "request.invalid",
      errors: [{ path: "orderId" }],
    });
    const { body } = await decide(staff, opened.id, "accept", orderId);
    expect(body).toMatchObject({
      state: "accepted",
      orderId,
      decision: { decision: "accept", by: "admin", reason: "La preuve est claire" },
    });
    expect((await readOrder(programme.influencer, id)).commission).toMatchObject({ state: "forecast" });
    for (const party of [programme.merchant, programme.influencer]) {
      const told = await world.toldTo(party);
      expect([told.notifications.at(-1), told.mails.at(-1)]).toEqual(["claim.decided", "claim_decided"]);
    }
    const { body: second } = await openClaim(programme.influencer, missing(programme, { orderRef: "B" }));
    await contest(programme.merchant, second.id);
    expect((await decide(staff, second.id, "reject")).body).toMatchObject({
      state: "rejected",
      conversionId: null,
      decision: { decision: "reject", by: "admin" },
    });
    expect(await world.auditOf(second.id)).toEqual(["claim.opened", "claim.answered", "claim.decided"]);
  });

  it("needs words, and takes no second answer", async () => {
    const programme = await addOldProgramme();
    const { body } = await openClaim(programme.influencer, missing(programme));
    expect((await answer(programme.merchant, body.id, { answer: "contest", message: "non" })).body).toMatchObject({
      status: 422,
      errors: [{ path: "message" }],
    });
    expect((await contest(programme.influencer, body.id)).body).toMatchObject({ code: "claim.not_your_turn" });
    await contest(programme.merchant, body.id);
    expect((await contest(programme.merchant, body.id)).body).toMatchObject({ code: "claim.not_your_turn" });
  });

  it("is decided by compliance and owners alone", async () => {
    const programme = await addOldProgramme();
    const { body } = await openClaim(programme.influencer, missing(programme));
    await contest(programme.merchant, body.id);
    const support = await addUser("admin", { adminScopes: ["support"] });
    expect((await decide(support, body.id, "reject")).body).toMatchObject({ code: "admin.scope_missing" });
    const { body: seen } = await call("GET", `/api/admin/claims/${body.id}`, { key: support.apiKey });
    expect(seen).toMatchObject({ isYourTurn: false });
    expect((await decide(programme.merchant, body.id, "accept")).body).toMatchObject({ code: "role.required" });
  });
});
