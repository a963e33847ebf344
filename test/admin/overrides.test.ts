import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import { getKycState } from "../../workers/modules/kyc/queries.ts";
import { addProgramme, addUser, call, order, runCommissionQueue, systemContext } from "../support/world.ts";

describe("an admin", () => {
  it("decides an identity with a reason, on the record", async () => {
    const [admin, user] = [await addUser("admin", { adminScopes: ["compliance"] }), await addUser("influencer")];
    const json = { decision: "approved", reason: "Documents seen in person", expiresAt: "2030-01-01T00:00:00Z" };
    const { status, body } = await call("POST", `/api/admin/users/${user.id}/kyc-decision`, {
      key: admin.apiKey,
      json,
    });
    expect([status, body]).toMatchObject([
      200,
      { userId: user.id, state: "approved", expiresAt: "2030-01-01T00:00:00.000Z" },
    ]);
    expect(await getKycState(systemContext(), user.id)).toBe("approved");
    expect(await getKycState(systemContext({ now: () => Date.parse("2030-01-02T00:00:00Z") }), user.id)).toBe(
      "expired",
    );
    const audit = await env.CORE_DB.prepare(
      "SELECT actor_id, details FROM audit_log WHERE subject_id = ? AND action = 'kyc.decided'",
    )
      .bind(user.id)
      .first();
    expect(audit).toMatchObject({ actor_id: admin.id, details: expect.stringContaining("Documents seen in person") });
  });

  it("puts a merchant on a plan, and the next order carries its fee", async () => {
    const admin = await addUser("admin", { adminScopes: ["finance"] });
    const programme = await addProgramme({ plan: "FREE" });
    const { body } = await call("POST", `/api/admin/users/${programme.merchant.id}/plan`, {
      key: admin.apiKey,
      json: { plan: "ENTERPRISE", reason: "Signed contract 12" },
    });
    expect(body).toMatchObject({ plan: "ENTERPRISE", state: "active", feeBps: 200, source: "manual" });
    const { body: conversion } = await call<Conversion>("POST", "/api/tracking/conversions", {
      key: programme.merchant.apiKey,
      json: order({ clickToken: await programme.token() }),
    });
    expect(conversion.platformFeeMinor).toBe(900);
  });

  it("without the scope, without a reason, or on the wrong account gets a problem", async () => {
    const [support, finance, merchant, influencer] = [
      await addUser("admin", { adminScopes: ["support"] }),
      await addUser("admin", { adminScopes: ["finance"] }),
      await addUser("merchant"),
      await addUser("influencer"),
    ];
    const plan = (key: string, id: string, json: unknown) => call("POST", `/api/admin/users/${id}/plan`, { key, json });
    expect(await plan(support.apiKey, merchant.id, { plan: "PRO", reason: "because" })).toMatchObject({
      status: 403,
      body: { code: "admin.scope_missing" },
    });
    expect((await plan(finance.apiKey, merchant.id, { plan: "PRO", reason: " " })).status).toBe(422);
    expect(await plan(finance.apiKey, influencer.id, { plan: "PRO", reason: "because" })).toMatchObject({
      status: 409,
      body: { code: "user.wrong_role" },
    });
    expect(await plan(finance.apiKey, "usr_missing", { plan: "PRO", reason: "because" })).toMatchObject({
      status: 404,
      body: { code: "user.not_found" },
    });
    expect(
      (
        await call("POST", `/api/admin/users/${merchant.id}/kyc-decision`, {
          key: finance.apiKey,
          json: { decision: "approved", reason: "because" },
        })
      ).status,
    ).toBe(403);
  });

  it("gives a foreign order its rate once; what happened meanwhile then counts", async () => {
    const admin = await addUser("admin", { adminScopes: ["finance"] });
    const programme = await addProgramme({ rateBps: 1_000 });
    const json = order({
      orderId: "EU-1",
      amountMinor: 10_000,
      currency: "EUR",
      clickToken: await programme.token(),
    });
    const { body: placed } = await call<Conversion>("POST", "/api/tracking/conversions", {
      key: programme.merchant.apiKey,
      json,
    });
    const event = (json: Record<string, unknown>) =>
      call("POST", "/api/tracking/conversions/EU-1/events", { key: programme.merchant.apiKey, json });
    await event({ eventId: "c", status: "collected" });
    await event({ eventId: "r", refundMinor: 5_000 });
    const setRate = () =>
      call<Conversion>("POST", `/api/admin/conversions/${placed.id}/exchange-rate`, {
        key: admin.apiKey,
        json: { madPerUnitMicros: 10_850_000, reason: "Bank Al-Maghrib 23/11" },
      });
    expect((await setRate()).status).toBe(200);
    await runCommissionQueue(placed.id);
    const { body } = await call<Conversion>("GET", "/api/tracking/conversions/EU-1", {
      key: programme.merchant.apiKey,
    });
    expect(body).toMatchObject({
      commissionBlocked: null,
      commission: { state: "earned", amountMinor: 5_425 },
      platformFeeMinor: 5_425,
    });
    expect(await setRate()).toMatchObject({ status: 409, body: { code: "conversion.rate_already_set" } });
  });
});
