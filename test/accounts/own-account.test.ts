import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { PASSWORD, signedInVisitor, Visitor } from "../support/visitor.ts";
import { addProgramme, call, order } from "../support/world.ts";

interface Key {
  id: string;
  key: string;
  prefix: string;
}

describe("a profile", () => {
  it("changes only what is sent, and is shown as it is kept", async () => {
    const { visitor, user } = await signedInVisitor();
    const json = { handle: `Sara.${user.id.slice(-8)}`, phone: "06 12-34.56٧٨", locale: "ar" };
    const { status, body } = await visitor.call("PATCH", "/api/users/me", { json });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      handle: json.handle.toLowerCase(),
      phone: "+212612345678",
      locale: "ar",
      displayName: "Sara El Idrissi",
    });
    expect((await visitor.call("GET", "/api/users/me")).body).toEqual(body);
    expect((await visitor.call("PATCH", "/api/users/me", { json: { phone: null } })).body.phone).toBeNull();
  });

  it("has a handle of its own: a taken one is refused, also in a race", async () => {
    const [one, two] = [await signedInVisitor(), await signedInVisitor()];
    const handle = `h${one.user.id.slice(-10)}`;
    const take = ({ visitor }: typeof one) => visitor.call("PATCH", "/api/users/me", { json: { handle } });
    const answers = await Promise.all([take(one), take(two)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("handle.taken");
  });

  it("refuses what no Moroccan mobile and no handle can be", async () => {
    const { visitor } = await signedInVisitor();
    const { status, body } = await visitor.call("PATCH", "/api/users/me", {
      json: { phone: "12", handle: "a b", displayName: "x" },
    });
    expect([status, body.errors]).toMatchObject([
      422,
      expect.arrayContaining([expect.objectContaining({ path: "phone" }), expect.objectContaining({ path: "handle" })]),
    ]);
  });
});

describe("an API key", () => {
  it("is told once, kept as a hash, does what its scopes say, and nothing once it is revoked", async () => {
    const { visitor, user } = await signedInVisitor({ role: "merchant" });
    const json = { name: "Boutique", scopes: ["conversions:write"] };
    const { status, body } = await visitor.call<Key>("POST", "/api/users/me/api-keys", { json });
    expect([status, body.prefix]).toEqual([201, "sk_test_"]);
    const listed = await visitor.call("GET", "/api/users/me/api-keys");
    expect(JSON.stringify(listed.body)).not.toContain(body.key);
    const rows = await env.CORE_DB.prepare("SELECT * FROM api_keys WHERE user_id = ?").bind(user.id).all();
    expect(JSON.stringify(rows.results)).not.toContain(body.key);
    expect((await call("POST", "/api/tracking/conversions", { key: body.key, json: order() })).status).toBe(201);
    expect((await call("GET", "/api/payments/balance", { key: body.key })).status).toBe(403);
    expect((await visitor.call("DELETE", `/api/users/me/api-keys/${body.id}`)).status).toBe(200);
    expect((await call("POST", "/api/tracking/conversions", { key: body.key, json: order() })).status).toBe(401);
  });

  it("gets only scopes of its owner's role, and none of an admin's", async () => {
    const { visitor } = await signedInVisitor();
    const make = (scopes: string[], more: object = {}) =>
      visitor.call("POST", "/api/users/me/api-keys", { json: { name: "x", scopes, ...more } });
    expect((await make(["conversions:write"])).status).toBe(422);
    expect((await make(["admin:write"])).status).toBe(422);
    expect((await make([])).status).toBe(422);
    expect((await make([], { kind: "publishable" })).status).toBe(422);
    expect((await make(["links:read"], { expiresAt: "2020-01-01T00:00:00Z" })).status).toBe(422);
    expect((await make(["links:read"])).status).toBe(201);
  });

  it("is not somebody else's to revoke, and never opens the account itself", async () => {
    const [owner, stranger] = [await signedInVisitor({ role: "merchant" }), await signedInVisitor()];
    const { body } = await owner.visitor.call<Key>("POST", "/api/users/me/api-keys", {
      json: { name: "x", scopes: ["links:read"] },
    });
    expect((await stranger.visitor.call("DELETE", `/api/users/me/api-keys/${body.id}`)).status).toBe(404);
    expect(await call("GET", "/api/users/me", { key: body.key })).toMatchObject({
      status: 403,
      body: { code: "session.required" },
    });
  });

  it("is for verified addresses", async () => {
    const { visitor, user } = await signedInVisitor();
    await env.CORE_DB.prepare("UPDATE users SET email_verified_at = NULL WHERE id = ?").bind(user.id).run();
    const answer = await visitor.call("POST", "/api/users/me/api-keys", {
      json: { name: "x", scopes: ["links:read"] },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: "email.not_verified" } });
  });
});

describe("notifications", () => {
  it("are one's own, newest first, and stay read", async () => {
    const [mine, theirs] = [await signedInVisitor(), await signedInVisitor()];
    const list = ({ visitor }: typeof mine) =>
      visitor.call<{ data: { id: string; kind: string; readAt: string | null }[]; unread: number }>(
        "GET",
        "/api/users/me/notifications",
      );
    const { body } = await list(mine);
    expect(body).toMatchObject({ unread: 1, data: [{ kind: "account.welcome", readAt: null }] });
    await theirs.visitor.call("POST", "/api/users/me/notifications/read", { json: { ids: [body.data[0]?.id] } });
    expect((await list(mine)).body.unread).toBe(1);
    await mine.visitor.call("POST", "/api/users/me/notifications/read", { json: { ids: "all" } });
    expect((await list(mine)).body).toMatchObject({ unread: 0, data: [{ readAt: expect.any(String) }] });
  });
});

describe("leaving", () => {
  it("takes everything along first, without secrets", async () => {
    const { visitor, user, email } = await signedInVisitor();
    const { status, headers, body } = await visitor.call("GET", "/api/users/me/export");
    expect([status, headers.get("Content-Disposition")]).toEqual([
      200,
      'attachment; filename="shareyoursales-export.json"',
    ]);
    expect(body).toMatchObject({
      user: { id: user.id, email },
      consents: [{ kind: "terms" }],
      sessions: [{ device: "Chrome · Android" }],
    });
    expect(JSON.stringify(body)).not.toMatch(/scrypt\$|hash|sealed|token/i);
  });

  it("removes what names the person, ends every session and key, and keeps the books under the bare id", async () => {
    const { visitor, user, email } = await signedInVisitor();
    const wrong = await visitor.call("DELETE", "/api/users/me", { json: { password: "wrong-password-9" } });
    expect(wrong).toMatchObject({ status: 403, body: { code: "password.wrong" } });
    expect((await visitor.call("DELETE", "/api/users/me", { json: { password: PASSWORD } })).status).toBe(200);
    const row = await env.CORE_DB.prepare("SELECT * FROM users WHERE id = ?").bind(user.id).first();
    expect(row).toMatchObject({
      email: `deleted-${user.id}@deleted.invalid`,
      phone: null,
      password_hash: null,
      totp_sealed: null,
    });
    expect(JSON.stringify(row)).not.toContain("Sara");
    expect((await new Visitor().call("POST", "/api/auth/login", { json: { email, password: PASSWORD } })).status).toBe(
      401,
    );
    const open = await env.CORE_DB.prepare("SELECT 1 FROM sessions WHERE user_id = ? AND revoked_at IS NULL")
      .bind(user.id)
      .all();
    expect(open.results).toEqual([]);
    expect(
      (
        await new Visitor().call("POST", "/api/auth/register", {
          json: { email, password: PASSWORD, role: "influencer", displayName: "Sara again", acceptTerms: true },
        })
      ).status,
    ).toBe(201);
  });

  it("leaves no request waiting for an answer, nor what was written in one", async () => {
    const { productId, merchant } = await addProgramme();
    const { visitor } = await signedInVisitor();
    const asked = await visitor.call("POST", "/api/affiliates/requests", {
      json: { productId, message: "C'est Sara" },
    });
    expect(asked.status).toBe(201);
    await visitor.call("DELETE", "/api/users/me", { json: { password: PASSWORD } });
    const path = `/api/affiliates/requests/${asked.body.id}`;
    expect((await call("GET", path, { key: merchant.apiKey })).body).toMatchObject({ state: "cancelled", message: "" });
  });

  it("waits while money is open", async () => {
    const programme = await addProgramme();
    const { user, visitor } = await signedInVisitor({ role: "merchant" });
    await call("POST", "/api/tracking/conversions", {
      key: programme.merchant.apiKey,
      json: order({ clickToken: await programme.token() }),
    });
    await env.CORE_DB.prepare("UPDATE commissions SET merchant_id = ? WHERE merchant_id = ?")
      .bind(user.id, programme.merchant.id)
      .run();
    const answer = await visitor.call("DELETE", "/api/users/me", { json: { password: PASSWORD } });
    expect(answer).toMatchObject({ status: 409, body: { code: "account.has_open_money" } });
  });
});
