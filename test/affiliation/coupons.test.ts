import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Coupon } from "../../schemas/links.ts";
import { addProgramme, call, order, type Programme } from "../support/world.ts";

const add = (programme: Programme, json: Record<string, unknown>, key = programme.influencer.apiKey) =>
  call<Coupon>("POST", `/api/affiliates/links/${programme.linkId}/coupons`, { key, json });
const remove = (id: string, key: string) => call("DELETE", `/api/affiliates/coupons/${id}`, { key });
const sell = async (programme: Programme, more: Record<string, unknown>) =>
  (await call("POST", "/api/tracking/conversions", { key: programme.merchant.apiKey, json: order(more) })).body;

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
