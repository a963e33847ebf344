import { env } from "cloudflare:workers";
import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { PASSWORD, type SignedInVisitor, signedInVisitor, Visitor } from "../support/visitor.ts";

const codeOf = (secret: string, periods = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + periods * 30_000 });

async function withTotp(): Promise<SignedInVisitor & { secret: string; recoveryCodes: string[] }> {
  const one = await signedInVisitor();
  const { body } = await one.visitor.call<{ secret: string; uri: string }>("POST", "/api/auth/totp/setup");
  expect(body.uri).toMatch(/^otpauth:\/\/totp\/ShareYourSales:/);
  const enabled = await one.visitor.call<{ recoveryCodes: string[] }>("POST", "/api/auth/totp/enable", {
    json: { code: codeOf(body.secret) },
  });
  expect(enabled.status).toBe(200);
  return { ...one, secret: body.secret, recoveryCodes: enabled.body.recoveryCodes };
}

const login = (email: string, totp?: string) =>
  new Visitor().call("POST", "/api/auth/login", { json: { email, password: PASSWORD, ...(totp ? { totp } : {}) } });

describe("two-step sign-in", () => {
  it("asks for the code after the password, and takes each code once", async () => {
    const { email, secret } = await withTotp();
    expect(await login(email)).toMatchObject({ status: 401, body: { code: "totp.required" } });
    expect(await login(email, "000000")).toMatchObject({ status: 401, body: { code: "totp.wrong" } });
    // The code that turned it on is spent; the next period's is good.
    expect(await login(email, codeOf(secret))).toMatchObject({ status: 401, body: { code: "totp.wrong" } });
    const next = codeOf(secret, 1);
    const twice = await Promise.all([login(email, next), login(email, next)]);
    expect(twice.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await login(email, next)).status).toBe(401);
  });

  it("tells nothing of the code to who does not know the password", async () => {
    const { email } = await withTotp();
    const answer = await new Visitor().call("POST", "/api/auth/login", {
      json: { email, password: "wrong-password-9", totp: "000000" },
    });
    expect(answer.body.code).toBe("login.failed");
  });

  it("opens with each of ten recovery codes once, however it is typed", async () => {
    const { email, recoveryCodes } = await withTotp();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = "", second = ""] = recoveryCodes;
    expect((await login(email, first.toUpperCase().replace("-", " "))).status).toBe(200);
    expect((await login(email, first)).status).toBe(401);
    expect((await login(email, second)).status).toBe(200);
  });

  it("keeps its secret sealed and its recovery codes hashed", async () => {
    const { user, secret, recoveryCodes } = await withTotp();
    const row = await env.CORE_DB.prepare("SELECT * FROM users WHERE id = ?").bind(user.id).first();
    const codes = await env.CORE_DB.prepare("SELECT * FROM recovery_codes WHERE user_id = ?").bind(user.id).all();
    const kept = JSON.stringify([row, codes.results]).toLowerCase();
    expect(kept).not.toContain(secret.toLowerCase());
    for (const code of recoveryCodes) expect(kept).not.toContain(code.replace("-", ""));
  });

  it("is turned off with password and code only", async () => {
    const { visitor, secret } = await withTotp();
    const off = (password: string, code: string) =>
      visitor.call("POST", "/api/auth/totp/disable", { json: { password, code } });
    expect((await off("wrong-password-9", codeOf(secret, 1))).status).toBe(403);
    expect((await off(PASSWORD, "000000")).status).toBe(401);
    expect((await off(PASSWORD, codeOf(secret, 1))).status).toBe(200);
    expect(await off(PASSWORD, codeOf(secret, 1))).toMatchObject({ status: 409, body: { code: "totp.not_enabled" } });
  });

  it("is obligatory for admins: without it they reach nothing but their own security", async () => {
    const { visitor, user } = await signedInVisitor();
    await env.CORE_DB.prepare(`UPDATE users SET role = 'admin', scopes = '["owner"]' WHERE id = ?`).bind(user.id).run();
    const decide = () =>
      visitor.call("POST", `/api/admin/users/${user.id}/plan`, { json: { plan: "PRO", reason: "a trial agreed on" } });
    expect(await decide()).toMatchObject({ status: 403, body: { code: "totp.obligatory" } });
    const { body } = await visitor.call<{ secret: string }>("POST", "/api/auth/totp/setup");
    await visitor.call("POST", "/api/auth/totp/enable", { json: { code: codeOf(body.secret) } });
    expect((await decide()).body.code).not.toBe("totp.obligatory");
    const json = { password: PASSWORD, code: codeOf(body.secret, 1) };
    expect(await visitor.call("POST", "/api/auth/totp/disable", { json })).toMatchObject({
      status: 403,
      body: { code: "totp.obligatory" },
    });
  });
});
