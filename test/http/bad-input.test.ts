import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { fieldTexts } from "../../schemas/field-messages.ts";
import { PROBLEM_CODES, type Problem, problem } from "../../schemas/problem.ts";
import { problemTexts } from "../../workers/http/text/texts.ts";
import { addProgramme, addUser, call, order } from "../support/world.ts";

const PATH = "/api/tracking/conversions";
const conversions = async () =>
  (await env.CORE_DB.prepare("SELECT count(*) AS rows FROM conversions").first<{ rows: number }>())?.rows;

describe("bad input is answered as a problem, and nothing is written", () => {
  it("with every field error at once", async () => {
    const { apiKey } = await addUser("merchant");
    const before = await conversions();
    const json = {
      orderId: "",
      amountMinor: -1,
      currency: "ZZZ",
      payment: "cheque",
      status: "eaten",
      occurredAt: "2099-01-01T00:00:00Z",
      metadata: { a: [] },
    };
    const { status, body, headers } = await call<Problem>("POST", PATH, { key: apiKey, json });
    expect([status, headers.get("Content-Type")]).toEqual([422, "application/problem+json"]);
    expect(
      problem
        .parse(body)
        .errors?.map(({ path }) => path)
        .sort(),
    ).toEqual(["amountMinor", "currency", "metadata.a", "occurredAt", "orderId", "payment", "status"]);
    expect(await conversions()).toBe(before);
  });

  it.each([
    ["a fraction", { amountMinor: 10.5 }],
    ["zero", { amountMinor: 0 }],
    ["more than 10^12", { amountMinor: 1_000_000_000_001 }],
    ["a text", { amountMinor: "450" }],
    ["a lower-case currency", { currency: "mad" }],
    ["a historic currency", { currency: "FRF" }],
    ["an order id of 129 characters", { orderId: "x".repeat(129) }],
    ["an order id with a line break", { orderId: "a\nb" }],
    ["an order id that looks like a conversion", { orderId: `cnv_${"0".repeat(26)}` }],
    ["an impossible date", { occurredAt: "2026-02-30T00:00:00Z" }],
    ["a date without a zone", { occurredAt: "2026-02-03T00:00:00" }],
    ["21 metadata keys", { metadata: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`k${index}`, 1])) }],
    ["metadata over 4 KB", { metadata: { note: "x".repeat(4_100) } }],
    ["nested metadata", { metadata: { a: { b: 1 } } }],
  ])("for %s", async (_name, wrong) => {
    const programme = await addProgramme();
    const { status, body } = await call("POST", PATH, {
      key: programme.merchant.apiKey,
      json: order(wrong),
    });
    expect([status, body]).toMatchObject([422, { code: "request.invalid", errors: [expect.anything()] }]);
  });

  it("in French by default, in Arabic and English when asked", async () => {
    const programme = await addProgramme();
    const json = order({ amountMinor: -1 });
    const titleIn = async (language?: string) => {
      const headers = language ? { "Accept-Language": language } : {};
      return (await call<Problem>("POST", PATH, { key: programme.merchant.apiKey, json, headers })).body;
    };
    const [fr, ar, en] = [await titleIn(), await titleIn("ar-MA,ar;q=0.9,fr;q=0.5"), await titleIn("en-GB,en;q=0.8")];
    expect([fr.title, ar.title, en.title]).toEqual(["Données incorrectes", "بيانات غير صحيحة", "Invalid data"]);
    expect([fr, ar, en].map(({ errors }) => errors?.[0]?.message)).toEqual([
      "Le minimum est 1",
      "الحد الأدنى هو 1",
      "The minimum is 1",
    ]);
  });

  it("naming what each field lacks: missing, not whole, not listed, not a date", async () => {
    const { apiKey } = await addUser("merchant");
    const json = { orderId: 7, amountMinor: 1.5, payment: "cash", occurredAt: "yesterday" };
    const { body } = await call<Problem>("POST", PATH, { key: apiKey, json, headers: { "Accept-Language": "en" } });
    expect(Object.fromEntries((body.errors ?? []).map(({ path, message }) => [path, message]))).toEqual({
      orderId: "A text is expected",
      amountMinor: "A whole number is expected",
      currency: "This field is required",
      payment: "Allowed values: cod, prepaid",
      occurredAt: "An ISO 8601 date with a zone is expected, for example 2026-11-23T09:00:00Z",
    });
  });

  it("413 over 64 KB, 400 when it is not JSON or does not say so", async () => {
    const { apiKey } = await addUser("merchant");
    const big = JSON.stringify({ note: "x".repeat(66_000) });
    expect(
      await call("POST", PATH, { key: apiKey, raw: big, headers: { "Content-Length": String(big.length) } }),
    ).toMatchObject({ status: 413, body: { code: "request.too_large" } });
    for (const raw of ["{", "", "null x", "<xml/>"]) {
      expect(
        await call("POST", PATH, { key: apiKey, raw, headers: { "Content-Type": "application/json" } }),
      ).toMatchObject({ status: 400, body: { code: "request.malformed" } });
    }
    expect(
      await call("POST", PATH, { key: apiKey, raw: "{}", headers: { "Content-Type": "text/plain" } }),
    ).toMatchObject({ status: 400 });
    for (const raw of ["null", "[]", "3", '"x"'])
      expect((await call("POST", PATH, { key: apiKey, raw })).status).toBe(422);
  });

  it("never as a 500 for odd ids in the path", async () => {
    const { apiKey } = await addUser("merchant");
    for (const ref of ["%", "%E0%A4%A", "a%2Fb", "..%2f..", "'; DROP TABLE users;--", "x".repeat(500)]) {
      expect(
        (await call("GET", `${PATH}/${ref.includes("%") ? ref : encodeURIComponent(ref)}`, { key: apiKey })).status,
      ).toBe(404);
    }
    for (const query of ["limit=0", "limit=101", "limit=x", "status=eaten"]) {
      expect((await call("GET", `${PATH}?${query}`, { key: apiKey })).status).toBe(422);
    }
    expect((await call("GET", `${PATH}?cursor=%27--`, { key: apiKey })).status).toBe(200);
  });

  it("as a 404 problem at an unknown address, with the caller's request id if it is sane", async () => {
    const { status, body, headers } = await call<Problem>("GET", "/api/nothing", {
      headers: { "X-Request-ID": "my-request-1" },
    });
    expect([status, body.code, body.requestId, headers.get("X-Request-ID")]).toEqual([
      404,
      "route.not_found",
      "my-request-1",
      "my-request-1",
    ]);
    const odd = await call<Problem>("GET", "/api/nothing", { headers: { "X-Request-ID": "a b<script>" } });
    expect(odd.body.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("a key", () => {
  it("is asked for, known, alive, and has the scope", async () => {
    const merchant = await addUser("merchant");
    const reader = await addUser("merchant", { scopes: ["conversions:read"] });
    const json = order();
    expect(await call("POST", PATH, { json })).toMatchObject({ status: 401, body: { code: "session.missing" } });
    expect(await call("POST", PATH, { json, key: "sk_test_wrongwrongwrongwrong" })).toMatchObject({
      status: 401,
      body: { code: "key.invalid" },
    });
    expect(await call("POST", PATH, { json, headers: { Authorization: "Basic abc" } })).toMatchObject({
      status: 401,
      body: { code: "key.invalid" },
    });
    expect(await call("POST", PATH, { json, key: reader.apiKey })).toMatchObject({
      status: 403,
      body: { code: "key.scope_missing" },
    });
    expect((await call("GET", PATH, { key: reader.apiKey })).status).toBe(200);
    for (const [column, code] of [
      ["revoked_at", "key.invalid"],
      ["expires_at", "key.invalid"],
    ] as const) {
      const user = await addUser("merchant");
      await env.CORE_DB.prepare(`UPDATE api_keys SET ${column} = ? WHERE user_id = ?`)
        .bind(Date.now() - 1_000, user.id)
        .run();
      expect(await call("GET", PATH, { key: user.apiKey })).toMatchObject({ status: 401, body: { code } });
    }
    await env.CORE_DB.prepare("UPDATE users SET state = 'suspended', suspended_at = ? WHERE id = ?")
      .bind(Date.now(), merchant.id)
      .run();
    expect(await call("GET", PATH, { key: merchant.apiKey })).toMatchObject({
      status: 403,
      body: { code: "account.suspended" },
    });
  });

  it("known from memory is proven by the commit: once revoked or suspended it writes nothing, and says why", async () => {
    const stops = [
      ["UPDATE api_keys SET revoked_at = 1 WHERE user_id = ?", 401, "key.invalid"],
      ["UPDATE api_keys SET expires_at = 1 WHERE user_id = ?", 401, "key.invalid"],
      ["UPDATE users SET state = 'suspended', suspended_at = 1 WHERE id = ?", 403, "account.suspended"],
    ] as const;
    for (const [stop, status, code] of stops) {
      const { apiKey: key, id } = await addUser("merchant");
      const known = order();
      for (const json of [known, order(), order()]) expect((await call("POST", PATH, { key, json })).status).toBe(201);
      await env.CORE_DB.prepare(stop).bind(id).run();
      const before = await conversions();
      for (const json of [known, order(), order()])
        expect(await call("POST", PATH, { key, json })).toMatchObject({ status, body: { code } });
      expect(await conversions()).toBe(before);
    }
  });

  it("of one role does not open what belongs to another", async () => {
    const [influencer, merchant, admin] = [
      await addUser("influencer"),
      await addUser("merchant"),
      await addUser("admin", { adminScopes: ["owner"] }),
    ];
    const programme = await addProgramme();
    expect((await call("POST", PATH, { key: influencer.apiKey, json: order() })).status).toBe(403);
    expect(
      (await call("POST", "/api/affiliates/links", { key: merchant.apiKey, json: { productId: programme.productId } }))
        .status,
    ).toBe(403);
    expect((await call("GET", "/api/payments/balance", { key: admin.apiKey })).status).toBe(403);
    expect(
      (
        await call("POST", `/api/admin/users/${merchant.id}/plan`, {
          key: merchant.apiKey,
          json: { plan: "PRO", reason: "I want it" },
        })
      ).status,
    ).toBe(403);
  });
});

describe("problem texts", () => {
  it("exist in three languages for every code, with the same keys, and Arabic is Arabic", () => {
    for (const texts of Object.values(problemTexts))
      expect(Object.keys(texts.problems).sort()).toEqual([...PROBLEM_CODES].sort());
    for (const texts of Object.values(fieldTexts))
      expect(Object.keys(texts).sort()).toEqual(Object.keys(fieldTexts.fr).sort());
    for (const { title, detail } of Object.values(problemTexts.ar.problems))
      expect(`${title} ${detail}`).toMatch(/[\u0600-\u06ff]/);
  });
});
