import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loginWaitMs, nextFailures } from "../../workers/modules/auth/rules.ts";
import {
  mailedTo,
  newEmail,
  ORIGIN,
  PASSWORD,
  signedInVisitor,
  signIn,
  tokenMailedTo,
  Visitor,
} from "../support/visitor.ts";

const login = (email: string, password = PASSWORD, more: object = {}) =>
  new Visitor().call("POST", "/api/auth/login", { json: { email, password, ...more } });

describe("signing in", () => {
  it("sets cookies that no script and no other site can use, and answers a token for programs", async () => {
    const { visitor, user, accessToken } = await signedInVisitor();
    expect([...visitor.cookies.keys()].sort()).toEqual(["__Host-access", "__Host-csrf", "__Host-refresh"]);
    const again = await new Visitor().call("POST", "/api/auth/login", {
      json: { email: user.email, password: PASSWORD },
    });
    for (const line of again.headers.getSetCookie()) {
      expect(line).toMatch(/Path=\//);
      expect(line).toMatch(/Secure/);
      expect(line).toMatch(/SameSite=Lax/);
      expect(/HttpOnly/.test(line)).toBe(!line.startsWith("__Host-csrf"));
    }
    const me = await new Visitor().call("GET", "/api/users/me", {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    expect(me.body).toMatchObject({ id: user.id, email: user.email });
  });

  it("answers an unknown e-mail and a wrong password alike", async () => {
    const { email } = await signedInVisitor();
    const [unknown, wrong] = await Promise.all([login(newEmail()), login(email, "not-the-password-1")]);
    const bare = ({ status, body }: typeof unknown) => [status, { ...body, requestId: "" }];
    expect(bare(unknown)).toEqual(bare(wrong));
    expect(unknown).toMatchObject({ status: 401, body: { code: "login.failed" } });
  });

  it("keeps a password only as scrypt, and hashes it anew when the cost has changed", async () => {
    const { user, email } = await signedInVisitor();
    const stored = () =>
      env.CORE_DB.prepare("SELECT password_hash AS hash FROM users WHERE id = ?")
        .bind(user.id)
        .first<{ hash: string }>();
    expect((await stored())?.hash).toMatch(/^scrypt\$14\$8\$5\$[\w-]{22}\$[\w-]{43}$/);
    const { hashPassword } = await import("../../workers/modules/auth/password.ts");
    const { scryptSync } = await import("node:crypto");
    const salt = new Uint8Array(16).fill(7);
    const cheap = scryptSync(PASSWORD, salt, 32, { N: 2 ** 10, r: 8, p: 1 });
    const [, , , , saltText] = (await hashPassword(PASSWORD, salt)).split("$");
    await env.CORE_DB.prepare("UPDATE users SET password_hash = ? WHERE id = ?")
      .bind(`scrypt$10$8$1$${saltText}$${Buffer.from(cheap).toString("base64url")}`, user.id)
      .run();
    await signIn(new Visitor(), email);
    expect((await stored())?.hash).toMatch(/^scrypt\$14\$8\$5\$/);
  });

  it("slows after five wrong passwords, whether or not the e-mail is anybody's, and a new password lifts it", async () => {
    const { email, user } = await signedInVisitor();
    for (const address of [email, newEmail()]) {
      for (let index = 0; index < 5; index++) expect((await login(address, "wrong-password-9")).status).toBe(401);
      const slowed = await login(address, "wrong-password-9");
      expect(slowed).toMatchObject({ status: 429, body: { code: "login.slowed" } });
      expect(Number(slowed.headers.get("Retry-After"))).toBeGreaterThan(0);
    }
    await new Visitor().call("POST", "/api/auth/password/forgot", { json: { email } });
    const token = await tokenMailedTo(user.id, "reset_password");
    const json = { token, password: "couscous-du-vendredi-9" };
    expect((await new Visitor().call("POST", "/api/auth/password/reset", { json })).status).toBe(200);
    expect((await login(email, "couscous-du-vendredi-9")).status).toBe(200);
  });

  it("never locks for good: the wait grows, stays within 15 minutes, and ends by itself", () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(200_000_000), (failures, agoMs) => {
        const now = 2_000_000_000_000;
        const waitMs = loginWaitMs({ failures, lastFailedAt: now - agoMs }, now);
        expect(waitMs).toBeLessThanOrEqual(15 * 60_000);
        if (failures < 5 || agoMs >= 15 * 60_000) expect(waitMs).toBe(0);
        expect(nextFailures({ failures, lastFailedAt: now - agoMs }, now)).toBe(agoMs > 86_400_000 ? 1 : failures + 1);
      }),
    );
  });

  it("tells the owner of a sign-in on a device never seen", async () => {
    const { email, user } = await signedInVisitor();
    const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    await new Visitor().call("POST", "/api/auth/login", {
      json: { email, password: PASSWORD },
      headers: { "User-Agent": windows },
    });
    expect(await mailedTo(user.id, "new_sign_in")).toMatchObject({ device: "Firefox · Windows" });
  });
});

describe("a session", () => {
  it("ends at once when its owner is suspended, though its token has minutes left", async () => {
    const { visitor, user, accessToken } = await signedInVisitor();
    await env.CORE_DB.prepare("UPDATE users SET state = 'suspended', suspended_at = 1 WHERE id = ?")
      .bind(user.id)
      .run();
    expect(await visitor.call("GET", "/api/users/me")).toMatchObject({
      status: 403,
      body: { code: "account.suspended" },
    });
    const bearer = { headers: { Authorization: `Bearer ${accessToken}` } };
    expect((await new Visitor().call("GET", "/api/users/me", bearer)).status).toBe(403);
    expect((await visitor.call("POST", "/api/auth/refresh")).status).toBe(403);
    expect(await login(user.email)).toMatchObject({ status: 403, body: { code: "account.suspended" } });
    expect(await login(user.email, "wrong-password-9")).toMatchObject({ status: 401, body: { code: "login.failed" } });
  });

  it("is renewed with a fresh token each time; an old one that comes again later closes it for both", async () => {
    const { visitor, user } = await signedInVisitor();
    const stolen = visitor.cookies.get("__Host-refresh") ?? "";
    expect((await visitor.call("POST", "/api/auth/refresh")).status).toBe(200);
    expect(visitor.cookies.get("__Host-refresh")).not.toBe(stolen);
    const thief = new Visitor();
    thief.cookies.set("__Host-refresh", stolen);
    expect(await thief.call("POST", "/api/auth/refresh")).toMatchObject({
      status: 409,
      body: { code: "session.raced" },
    });
    await env.CORE_DB.prepare("UPDATE refresh_tokens SET spent_at = spent_at - 60000 WHERE spent_at IS NOT NULL").run();
    expect(await thief.call("POST", "/api/auth/refresh")).toMatchObject({
      status: 401,
      body: { code: "session.reused" },
    });
    expect(await visitor.call("GET", "/api/users/me")).toMatchObject({
      status: 401,
      body: { code: "session.expired" },
    });
    expect((await visitor.call("POST", "/api/auth/refresh")).status).toBe(401);
    const { results } = await env.CORE_DB.prepare("SELECT revoked_reason FROM sessions WHERE user_id = ?")
      .bind(user.id)
      .all();
    expect(results).toEqual([{ revoked_reason: "reused" }]);
  });

  it("that two tabs renew at once is renewed by one; nobody is thrown out", async () => {
    const { visitor } = await signedInVisitor();
    const tabs = Array.from({ length: 5 }, () => {
      const tab = new Visitor();
      for (const [name, value] of visitor.cookies) tab.cookies.set(name, value);
      return tab;
    });
    const answers = await Promise.all(tabs.map((tab) => tab.call("POST", "/api/auth/refresh")));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === "session.raced")).toHaveLength(4);
    const winner = tabs[answers.findIndex(({ status }) => status === 200)];
    expect((await winner?.call("GET", "/api/users/me"))?.status).toBe(200);
  });

  it("is renewed for our own pages only", async () => {
    const { visitor } = await signedInVisitor();
    for (const Origin of ["https://evil.example", null])
      expect(await visitor.call("POST", "/api/auth/refresh", { headers: { Origin } })).toMatchObject({ status: 403 });
  });

  it("is listed with its device, and closed by its owner alone", async () => {
    const { visitor, email } = await signedInVisitor();
    const other = new Visitor();
    await signIn(other, email);
    const { body } = await visitor.call<{ data: { id: string; device: string; isCurrent: boolean }[] }>(
      "GET",
      "/api/auth/sessions",
    );
    expect(body.data).toHaveLength(2);
    expect(body.data.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    expect(body.data[0]?.device).toBe("Chrome · Android");
    const theirs = body.data.find(({ isCurrent }) => !isCurrent)?.id;
    const stranger = await signedInVisitor();
    expect((await stranger.visitor.call("DELETE", `/api/auth/sessions/${theirs}`)).status).toBe(404);
    expect((await visitor.call("DELETE", `/api/auth/sessions/${theirs}`)).status).toBe(200);
    expect((await other.call("GET", "/api/users/me")).status).toBe(401);
    expect((await visitor.call("GET", "/api/users/me")).status).toBe(200);
  });

  it("that was logged out is over on the server, not only in the browser", async () => {
    const { visitor, accessToken } = await signedInVisitor();
    expect((await visitor.call("POST", "/api/auth/logout")).status).toBe(200);
    expect(visitor.cookies.size).toBe(0);
    const bearer = { headers: { Authorization: `Bearer ${accessToken}` } };
    expect((await new Visitor().call("GET", "/api/users/me", bearer)).status).toBe(401);
  });

  it("writes only with its own anti-forgery token; a Bearer call needs none", async () => {
    const [mine, theirs] = [await signedInVisitor(), await signedInVisitor()];
    const patch = (headers: Record<string, string | null>) =>
      mine.visitor.call("PATCH", "/api/users/me", { json: { displayName: "Sara B." }, headers });
    const foreign = theirs.visitor.cookies.get("__Host-csrf") ?? "";
    for (const token of [null, "", "x.y", foreign])
      expect(await patch({ "X-CSRF-Token": token })).toMatchObject({ status: 403, body: { code: "csrf.invalid" } });
    mine.visitor.cookies.set("__Host-csrf", foreign);
    expect(await patch({ "X-CSRF-Token": foreign })).toMatchObject({ status: 403, body: { code: "csrf.invalid" } });
    expect((await mine.visitor.call("GET", "/api/auth/csrf")).status).toBe(200);
    expect((await mine.visitor.call("PATCH", "/api/users/me", { json: { displayName: "Sara B." } })).status).toBe(200);
    const bearer = { json: { displayName: "Sara C." }, headers: { Authorization: `Bearer ${mine.accessToken}` } };
    expect((await new Visitor().call("PATCH", "/api/users/me", bearer)).status).toBe(200);
  });

  it("opens a socket for our own pages only", async () => {
    const { visitor } = await signedInVisitor();
    const upgrade = (Origin: string | null) =>
      visitor.call("GET", "/api/users/me", { headers: { Upgrade: "websocket", Origin } });
    for (const origin of ["https://evil.example", null])
      expect(await upgrade(origin)).toMatchObject({ status: 403, body: { code: "origin.foreign" } });
    expect((await upgrade(ORIGIN)).status).toBe(200);
  });

  it("is not opened by a token that was altered, signed by nobody, or of another key", async () => {
    const { accessToken } = await signedInVisitor();
    const [head = "", claims = "", tag = ""] = accessToken.split(".");
    const unsigned = btoa('{"alg":"none","typ":"JWT"}').replace(/=+$/, "");
    for (const token of [
      `${head}.${claims}.${tag.slice(0, -2)}AA`,
      `${unsigned}.${claims}.`,
      `${unsigned}.${claims}.${tag}`,
    ]) {
      const answer = await new Visitor().call("GET", "/api/users/me", {
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(401);
    }
  });
});

describe("a password", () => {
  it("is changed with the old one; other sessions end, this one stays", async () => {
    const { visitor, email } = await signedInVisitor();
    const other = new Visitor();
    await signIn(other, email);
    const change = (currentPassword: string) =>
      visitor.call("POST", "/api/auth/password/change", {
        json: { currentPassword, newPassword: "couscous-du-vendredi-9" },
      });
    expect(await change("wrong-password-9")).toMatchObject({ status: 403, body: { code: "password.wrong" } });
    expect((await change(PASSWORD)).status).toBe(200);
    expect((await visitor.call("GET", "/api/users/me")).status).toBe(200);
    expect((await other.call("GET", "/api/users/me")).status).toBe(401);
    expect((await login(email)).status).toBe(401);
    expect((await login(email, "couscous-du-vendredi-9")).status).toBe(200);
  });

  it("is reset by a link that works once, within the hour, and ends every session", async () => {
    const { visitor, user, email } = await signedInVisitor();
    const forgot = (address: string) =>
      new Visitor().call("POST", "/api/auth/password/forgot", { json: { email: address } });
    expect((await forgot(email)).body).toEqual((await forgot(newEmail())).body);
    const token = await tokenMailedTo(user.id, "reset_password");
    const reset = (password: string) =>
      new Visitor().call("POST", "/api/auth/password/reset", { json: { token, password } });
    expect((await reset("qwertyuiop")).status).toBe(422);
    expect((await reset("couscous-du-vendredi-9")).status).toBe(200);
    expect(await reset("couscous-du-samedi-10")).toMatchObject({ status: 422, body: { code: "token.invalid" } });
    expect((await visitor.call("GET", "/api/users/me")).status).toBe(401);
    expect(await mailedTo(user.id, "password_changed")).toMatchObject({ name: "Sara El Idrissi" });
  });
});
