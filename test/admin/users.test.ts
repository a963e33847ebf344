import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { createOwner } from "../../workers/modules/auth/create-owner.ts";
import { signedInVisitor, Visitor } from "../support/visitor.ts";
import { addProgramme, addUser, call, systemContext } from "../support/world.ts";

const REASON = "Orders with invented phone numbers";
const change = (key: string, id: string, json: object) =>
  call("PATCH", `/api/admin/users/${id}`, { key, json: { reason: REASON, ...json } });

describe("suspending an account", () => {
  it("throws its owner out at once, stops the links, and leaves an audit row with the reason", async () => {
    const compliance = await addUser("admin", { adminScopes: ["compliance"] });
    const programme = await addProgramme();
    const { visitor, user } = await signedInVisitor();
    await env.CORE_DB.prepare("UPDATE affiliate_links SET influencer_id = ? WHERE id = ?")
      .bind(user.id, programme.linkId)
      .run();
    expect(await change(compliance.apiKey, user.id, { state: "suspended" })).toMatchObject({
      status: 200,
      body: { state: "suspended" },
    });
    expect((await visitor.call("GET", "/api/users/me")).status).toBe(403);
    expect(await env.LINKS_KV.get(`link:${programme.slug}`, "json")).toMatchObject({ stopped: "paused" });
    const audit = await env.CORE_DB.prepare(
      "SELECT details FROM audit_log WHERE subject_id = ? AND action = 'user.changed_by_admin'",
    )
      .bind(user.id)
      .first<{ details: string }>();
    expect(JSON.parse(audit?.details ?? "{}")).toMatchObject({ from: "active", to: "suspended", reason: REASON });
    expect((await change(compliance.apiKey, user.id, { state: "active" })).status).toBe(200);
    expect(await env.LINKS_KV.get(`link:${programme.slug}`, "json")).toMatchObject({ stopped: null });
    expect((await visitor.call("GET", "/api/users/me")).status).toBe(401);
  });

  it("is for compliance; scopes and other admins are the owner's; nobody changes themselves", async () => {
    const [finance, compliance, owner] = await Promise.all(
      (["finance", "compliance", "owner"] as const).map((scope) => addUser("admin", { adminScopes: [scope] })),
    );
    const merchant = await addUser("merchant");
    if (!finance || !compliance || !owner) throw new Error("three admins were added");
    expect((await change(finance.apiKey, merchant.id, { state: "suspended" })).status).toBe(403);
    expect((await change(compliance.apiKey, finance.id, { state: "suspended" })).status).toBe(403);
    expect((await change(compliance.apiKey, merchant.id, { scopes: ["owner"] })).status).toBe(403);
    expect((await change(owner.apiKey, merchant.id, { scopes: ["owner"] })).status).toBe(409);
    expect((await change(owner.apiKey, owner.id, { state: "suspended" })).status).toBe(409);
    expect((await change(owner.apiKey, finance.id, { scopes: ["support"] })).body).toMatchObject({
      scopes: ["support"],
    });
    expect((await change(owner.apiKey, "usr_00000000000000000000000000", { state: "suspended" })).status).toBe(404);
    expect((await change(owner.apiKey, merchant.id, {})).status).toBe(422);
  });
});

describe("finding accounts", () => {
  it("is by part of name or e-mail, role and state; a wildcard is a letter like any other", async () => {
    const support = await addUser("admin", { adminScopes: ["support"] });
    const { user } = await signedInVisitor({ displayName: "Zineb 100% Argan" });
    const find = async (query: string) => {
      const { body } = await call<{ data: { id: string }[] }>("GET", `/api/admin/users?${query}`, {
        key: support.apiKey,
      });
      return body.data.map(({ id }) => id);
    };
    expect(await find("q=100%25%20Argan")).toEqual([user.id]);
    expect(await find("q=100_%20Argan")).toEqual([]);
    expect(await find(`q=${encodeURIComponent(user.email)}&role=influencer&state=active`)).toEqual([user.id]);
    expect(await find(`q=${encodeURIComponent(user.email)}&role=merchant`)).toEqual([]);
  });
});

describe("the first owner", () => {
  it("can sign in with password and code, and only so", async () => {
    const email = `owner-${Date.now()}@example.ma`;
    const { password, totpSecret } = await createOwner(systemContext(), email);
    const { Secret, TOTP } = await import("otpauth");
    const login = (totp?: string) => new Visitor().call("POST", "/api/auth/login", { json: { email, password, totp } });
    expect((await login()).body.code).toBe("totp.required");
    expect(await login(new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate())).toMatchObject({
      status: 200,
      body: { user: { role: "admin", scopes: ["owner"], totpEnabled: true } },
    });
    await expect(createOwner(systemContext(), email.toUpperCase())).rejects.toThrow("email.taken");
  });
});
