import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Coupon } from "../../schemas/links.ts";
import { addProgramme, call, order, type Programme } from "../support/world.ts";

const add = (programme: Programme, json: Record<string, unknown>, key = programme.influencer.apiKey) =>
  call<Coupon>("POST", `/api/affiliates/links/${programme.linkId}/coupons`, { key, json });
const remove = (id: string, key: string) => call("DELETE", `/api/affiliates/coupons/${id}`, { key });
const sell = async (programme: Programme, more: Record<string, unknown>) =>
  (await call("POST", "/api/tracking/conversions", { key: programme.merchant.apiKey, json: order(more) })).body;

describe("a code", () => {
  it("is unique per merchant whatever its case and digits", async () => {
    const [programme, other] = [await addProgramme(), await addProgramme()];
    expect((await add(programme, { code: "sara10" })).body).toMatchObject({ code: "SARA10", linkId: programme.linkId });
    expect(await add(programme, { code: "Sara١٠" })).toMatchObject({
      status: 409,
      body: { code: "coupon.code_taken" },
    });
    expect((await add(other, { code: "SARA10" })).status).toBe(201);
    expect((await add(programme, { code: "سارة" })).status).toBe(201);
    for (const code of ["", "A", "A B", "=SUM(1)", "x".repeat(40)])
      expect((await add(programme, { code })).status).toBe(422);
  });

  it("gets a rate above the agreed one from the merchant only", async () => {
    const programme = await addProgramme({ rateBps: 1_000 });
    expect(await add(programme, { code: "GREEDY", rateBps: 5_000 })).toMatchObject({
      status: 403,
      body: { code: "coupon.rate_too_high" },
    });
    expect((await add(programme, { code: "MODEST", rateBps: 800 })).body.rateBps).toBe(800);
    expect((await add(programme, { code: "BONUS", rateBps: 2_500 }, programme.merchant.apiKey)).body.rateBps).toBe(
      2_500,
    );
    expect((await add(programme, { code: "TOOMUCH", rateBps: 5_001 }, programme.merchant.apiKey)).status).toBe(422);
  });
});

describe("a deleted code", () => {
  it("no longer attributes from that moment, even where it was in memory, and its word is free again", async () => {
    const programme = await addProgramme();
    const { body: code } = await add(programme, { code: "Aïd20" });
    expect(await sell(programme, { couponCode: "aïd٢٠" })).toMatchObject({ attribution: { by: "coupon" } });
    expect(await remove(code.id, programme.influencer.apiKey)).toMatchObject({ status: 200, body: { done: true } });
    expect(await sell(programme, { couponCode: "AÏD20" })).toMatchObject({
      attribution: { by: "none", reason: "coupon_unknown" },
    });
    expect((await add(programme, { code: "AÏD20" })).status).toBe(201);
    const { results } = await env.CORE_DB.prepare("SELECT action FROM audit_log WHERE subject_id = ? ORDER BY id")
      .bind(code.id)
      .all();
    expect(results.map(({ action }) => action)).toEqual(["coupon.created", "coupon.deleted"]);
  });

  it("may be one of the influencer's own or of the merchant's products, and nobody else's", async () => {
    const [programme, other] = [await addProgramme(), await addProgramme()];
    const [own, theirs] = [await add(programme, { code: "OWN" }), await add(programme, { code: "THEIRS" })];
    for (const key of [other.influencer.apiKey, other.merchant.apiKey]) {
      expect(await remove(own.body.id, key)).toMatchObject({ status: 404, body: { code: "coupon.not_found" } });
    }
    expect((await remove(own.body.id, programme.influencer.apiKey)).status).toBe(200);
    expect((await remove(theirs.body.id, programme.merchant.apiKey)).status).toBe(200);
    expect((await remove(theirs.body.id, programme.merchant.apiKey)).status).toBe(404);
  });
});

describe("a code with an end", () => {
  it("attributes an order until then and not after", async () => {
    const programme = await addProgramme();
    const endsAt = Date.now() - 60_000;
    await add(programme, { code: "FLASH", endsAt: new Date(endsAt).toISOString() });
    const orderedAt = (instant: number) => ({ couponCode: "flash", occurredAt: new Date(instant).toISOString() });
    expect(await sell(programme, orderedAt(endsAt - 1_000))).toMatchObject({ attribution: { by: "coupon" } });
    expect(await sell(programme, orderedAt(endsAt + 1_000))).toMatchObject({
      attribution: { by: "none", reason: "coupon_ended" },
    });
  });

  it("asked for by two at once under one name goes to one", async () => {
    const programme = await addProgramme();
    const answers = await Promise.all([add(programme, { code: "twice" }), add(programme, { code: "TWICE" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
