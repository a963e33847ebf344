import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { mailedTo, newEmail, registration, signedInVisitor, tokenMailedTo, Visitor } from "../support/visitor.ts";

const register = (more: Record<string, unknown> = {}, headers: Record<string, string | null> = {}) =>
  new Visitor().call<{ user: { id: string }; code: string; errors: { path: string }[] }>("POST", "/api/auth/register", {
    json: registration(more),
    headers,
  });

describe("signing up", () => {
  it("opens an account, keeps the consent, and mails a link in the person's language", async () => {
    const { status, body } = await register({ locale: "ar", role: "merchant" });
    expect(status).toBe(201);
    expect(body.user).toMatchObject({ role: "merchant", emailVerified: false, state: "active", locale: "ar" });
    expect(JSON.stringify(body)).not.toMatch(/scrypt|password/i);
    const consent = await env.CORE_DB.prepare("SELECT kind, withdrawn_at FROM consents WHERE user_id = ?")
      .bind(body.user.id)
      .first();
    expect(consent).toEqual({ kind: "terms", withdrawn_at: null });
    const audit = await env.CORE_DB.prepare("SELECT action FROM audit_log WHERE subject_id = ?")
      .bind(body.user.id)
      .all();
    expect(audit.results).toEqual([{ action: "user.registered" }]);
    expect((await mailedTo(body.user.id, "verify_email")).url).toMatch(/\/verify-email\?token=[\w-]{43}$/);
  });

  it("tells every fault at once, in the caller's language", async () => {
    const json = { email: "nobody", password: "short", role: "admin", displayName: "", acceptTerms: false };
    const answer = await register(json, { "Accept-Language": "ar" });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ path }) => path).sort()).toEqual(
      ["acceptTerms", "displayName", "email", "password", "role"].sort(),
    );
    expect(JSON.stringify(answer.body.errors)).toMatch(/[\u0600-\u06ff]/);
  });

  it.each(["qwertyuiop", "Password123", "aaaaaaaaaaaa", "abcabcabcabc", "1qaz2wsx3edc"])(
    "refuses the common password %s",
    async (password) => {
      expect(await register({ password })).toMatchObject({ status: 422, body: { errors: [{ path: "password" }] } });
    },
  );

  it("refuses a password that is the person's own name or address", async () => {
    const email = newEmail();
    expect(await register({ email, password: email })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "password" }] },
    });
  });

  it("refuses an address that is taken, whatever its case, also when two come at once", async () => {
    const email = newEmail();
    const answers = await Promise.all([register({ email }), register({ email: email.toUpperCase() })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await register({ email })).toMatchObject({ status: 409, body: { code: "email.taken" } });
  });

  it("takes nothing from another site, nor from a browser that hides where it is", async () => {
    expect(await register({}, { Origin: "https://evil.example" })).toMatchObject({
      status: 403,
      body: { code: "origin.foreign" },
    });
    expect(await register({}, { Origin: null, "Sec-Fetch-Site": "cross-site" })).toMatchObject({ status: 403 });
    expect((await register({}, { Origin: null })).status).toBe(201);
  });
});

describe("the link that verifies an address", () => {
  it("works once", async () => {
    const { body } = await register();
    const token = await tokenMailedTo(body.user.id);
    const verify = () => new Visitor().call("POST", "/api/auth/verify-email", { json: { token } });
    expect((await Promise.all([verify(), verify()])).map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(await verify()).toMatchObject({ status: 422, body: { code: "token.invalid" } });
  });

  it("is void when a newer one was sent, and after a day", async () => {
    const { body } = await register();
    const first = await tokenMailedTo(body.user.id);
    const { email } = (await env.CORE_DB.prepare("SELECT email FROM users WHERE id = ?")
      .bind(body.user.id)
      .first<{ email: string }>()) ?? { email: "" };
    expect((await new Visitor().call("POST", "/api/auth/resend-verification", { json: { email } })).status).toBe(200);
    expect((await new Visitor().call("POST", "/api/auth/verify-email", { json: { token: first } })).status).toBe(422);
    const second = await tokenMailedTo(body.user.id);
    expect(second).not.toBe(first);
    await env.CORE_DB.prepare("UPDATE email_tokens SET expires_at = 1 WHERE user_id = ?").bind(body.user.id).run();
    expect((await new Visitor().call("POST", "/api/auth/verify-email", { json: { token: second } })).status).toBe(422);
  });

  it("does not open a password: each link has its purpose", async () => {
    const { body } = await register();
    const token = await tokenMailedTo(body.user.id);
    const json = { token, password: "couscous-du-vendredi-9" };
    expect((await new Visitor().call("POST", "/api/auth/password/reset", { json })).status).toBe(422);
  });

  it("is asked for again without telling whether the address is anybody's", async () => {
    const answers = await Promise.all(
      [newEmail(), (await signedInVisitor()).email].map((email) =>
        new Visitor().call("POST", "/api/auth/resend-verification", { json: { email } }),
      ),
    );
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { done: true }],
      [200, { done: true }],
    ]);
  });
});
