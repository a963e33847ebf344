import { beforeAll, expect, it } from "vitest";
import { problem } from "../../schemas/problem.ts";
import { PASSWORD, registration, signedInVisitor, Visitor } from "../support/visitor.ts";
import { type Answer, addProgramme, addUser, call, order, type Programme } from "../support/world.ts";
import { operationsOf, readDocument } from "./document.ts";
import { documentedSchema } from "./route-documents.ts";

const operations = operationsOf(await readDocument());

/** The answer is one that the document promises: its status, and every field of its body or the code of its problem. */
function expectDocumented(route: string, status: number, answer: Answer<unknown>): void {
  expect([route, answer.status, answer.body]).toEqual([route, status, expect.anything()]);
  if (status < 400) {
    expect([route, documentedSchema(route, status).parse(answer.body)]).toEqual([route, answer.body]);
    return;
  }
  const { code } = problem.parse(answer.body);
  const shown = operations.get(route)?.responses[status]?.content?.["application/problem+json"]?.examples ?? {};
  expect([route, status, Object.keys(shown)]).toEqual([route, status, expect.arrayContaining([code])]);
}

let programme: Programme;
beforeAll(async () => {
  programme = await addProgramme();
});

it("answers the main job as the document says", async () => {
  const { merchant, influencer } = programme;
  const json = order({ clickToken: await programme.token(), metadata: { channel: "web" } });
  const path = "/api/tracking/conversions";
  const report = (body: unknown) => call("POST", path, { key: merchant.apiKey, json: body });
  expectDocumented("POST /api/tracking/conversions", 201, await report(json));
  expectDocumented("POST /api/tracking/conversions", 200, await report(json));
  expectDocumented("POST /api/tracking/conversions", 409, await report({ ...json, amountMinor: 1 }));
  expectDocumented("POST /api/tracking/conversions", 422, await report({ ...json, amountMinor: -1 }));
  const events = `${path}/${json.orderId}/events`;
  const collected = { eventId: "e1", status: "collected", refund: { id: "r-1", amountMinor: 500 } };
  const tell = (body: unknown) => call("POST", events, { key: merchant.apiKey, json: body });
  expectDocumented("POST /api/tracking/conversions/:orderId/events", 200, await tell(collected));
  expectDocumented("POST /api/tracking/conversions/:orderId/events", 409, await tell({ ...collected, status: "lost" }));
  for (const { apiKey: key } of [merchant, influencer]) {
    expectDocumented("GET /api/tracking/conversions", 200, await call("GET", path, { key }));
    expectDocumented("GET /api/payments/balance", 200, await call("GET", "/api/payments/balance", { key }));
    expectDocumented("GET /api/payments/commissions", 200, await call("GET", "/api/payments/commissions", { key }));
    expectDocumented("GET /api/payments/ledger", 200, await call("GET", "/api/payments/ledger", { key }));
  }
  const read = await call("GET", `${path}/${json.orderId}`, { key: merchant.apiKey });
  expectDocumented("GET /api/tracking/conversions/:orderId", 200, read);
});

it("answers links and their codes as the document says", async () => {
  const { productId, linkId, influencer, merchant } = programme;
  const path = "/api/affiliates/links";
  const [key, own] = [influencer.apiKey, `${path}/${linkId}`];
  expectDocumented("POST /api/affiliates/links", 201, await call("POST", path, { key, json: { productId } }));
  const foreign = await call("POST", path, { key: merchant.apiKey, json: { productId } });
  expectDocumented("POST /api/affiliates/links", 403, foreign);
  expectDocumented("GET /api/affiliates/links", 200, await call("GET", path, { key }));
  expectDocumented("PATCH /api/affiliates/links/:id", 200, await call("PATCH", own, { key, json: { clicksMax: 9 } }));
  const coupon = () => call("POST", `${own}/coupons`, { key, json: { code: "DOCS10" } });
  expectDocumented("POST /api/affiliates/links/:id/coupons", 201, await coupon());
  expectDocumented("POST /api/affiliates/links/:id/coupons", 409, await coupon());
  expectDocumented("GET /api/affiliates/links/:id/coupons", 200, await call("GET", `${own}/coupons`, { key }));
  expectDocumented("GET /api/affiliates/links/:id", 200, await call("GET", own, { key }));
  expectDocumented("GET /api/affiliates/links/:id", 404, await call("GET", `${path}/lnk_none`, { key }));
  const bulk = await call("POST", `${path}/bulk`, {
    key,
    json: { productIds: [productId, "prd_none"], folder: "Docs" },
  });
  expectDocumented("POST /api/affiliates/links/bulk", 200, bulk);
  expectDocumented("GET /api/affiliates/links/slug", 200, await call("GET", `${path}/slug?slug=admin`, { key }));
  expectDocumented("GET /api/affiliates/links/folders", 200, await call("GET", `${path}/folders`, { key }));
  const rude = await call("POST", path, { key, json: { productId, slug: "merde" } });
  expectDocumented("POST /api/affiliates/links", 422, rude);
  const code = await call<{ id: string }>("POST", `${own}/coupons`, { key, json: { code: "GONE10" } });
  const end = () => call("DELETE", `/api/affiliates/coupons/${code.body.id}`, { key });
  expectDocumented("DELETE /api/affiliates/coupons/:id", 200, await end());
  expectDocumented("DELETE /api/affiliates/coupons/:id", 404, await end());
});

it("answers requests, influencers and rules as the document says", async () => {
  const { productId, merchant } = programme;
  const base = "/api/affiliates";
  const [asker, key] = [await addUser("influencer"), merchant.apiKey];
  const ask = () => call<{ id: string }>("POST", `${base}/requests`, { key: asker.apiKey, json: { productId } });
  const asked = await ask();
  expectDocumented("POST /api/affiliates/requests", 201, asked);
  expectDocumented("POST /api/affiliates/requests", 409, await ask());
  const own = `${base}/requests/${asked.body.id}`;
  for (const by of [asker.apiKey, key]) {
    expectDocumented("GET /api/affiliates/requests", 200, await call("GET", `${base}/requests`, { key: by }));
    expectDocumented("GET /api/affiliates/requests/:id", 200, await call("GET", own, { key: by }));
  }
  const approve = (json: unknown) => call("POST", `${own}/approve`, { key, json });
  expectDocumented("POST /api/affiliates/requests/:id/approve", 422, await approve({ rateBps: 5_001 }));
  expectDocumented("POST /api/affiliates/requests/:id/approve", 200, await approve({ rateBps: 5_000 }));
  const reject = await call("POST", `${own}/reject`, { key, json: { reason: "too late" } });
  expectDocumented("POST /api/affiliates/requests/:id/reject", 409, reject);
  const cancelled = await call("POST", `${own}/cancel`, { key: asker.apiKey });
  expectDocumented("POST /api/affiliates/requests/:id/cancel", 200, cancelled);
  const rule = { enabled: true, requireKyc: true, minFollowers: 1 };
  const put = await call("PUT", `${base}/approval-rule`, { key, json: rule });
  expectDocumented("PUT /api/affiliates/approval-rule", 200, put);
  expectDocumented("GET /api/affiliates/approval-rule", 200, await call("GET", `${base}/approval-rule`, { key }));
  const path = `${base}/influencers`;
  expectDocumented("GET /api/affiliates/influencers", 200, await call("GET", `${path}?limit=2`, { key }));
  expectDocumented("GET /api/affiliates/influencers/:id", 200, await call("GET", `${path}/${asker.id}`, { key }));
  const block = await call("POST", `${path}/${asker.id}/block`, { key, json: {} });
  expectDocumented("POST /api/affiliates/influencers/:id/block", 200, block);
  expectDocumented("POST /api/affiliates/requests", 403, await ask());
});

it("answers staff as the document says", async () => {
  const { apiKey: key } = await addUser("admin", { adminScopes: ["owner"] });
  const { apiKey: support } = await addUser("admin", { adminScopes: ["support"] });
  const merchant = await addUser("merchant");
  const plan = (by: string) =>
    call("POST", `/api/admin/users/${merchant.id}/plan`, { key: by, json: { plan: "PRO", reason: "agreed by phone" } });
  expectDocumented("POST /api/admin/users/:id/plan", 200, await plan(key));
  expectDocumented("POST /api/admin/users/:id/plan", 403, await plan(support));
  const json = { decision: "approved", reason: "all readable" };
  const decided = await call("POST", `/api/admin/users/${merchant.id}/kyc-decision`, { key, json });
  expectDocumented("POST /api/admin/users/:id/kyc-decision", 200, decided);
  const { apiKey } = merchant;
  const abroad = order({ currency: "EUR" });
  const { body } = await call<{ id: string }>("POST", "/api/tracking/conversions", { key: apiKey, json: abroad });
  const rate = { madPerUnitMicros: 10_850_000, reason: "reference rate" };
  const path = `/api/admin/conversions/${body.id}/exchange-rate`;
  expectDocumented("POST /api/admin/conversions/:id/exchange-rate", 200, await call("POST", path, { key, json: rate }));
  expectDocumented("POST /api/admin/conversions/:id/exchange-rate", 409, await call("POST", path, { key, json: rate }));
});

it("answers a person who signs up, in and out as the document says", async () => {
  const newcomer = new Visitor();
  const json = registration();
  const signUp = () => newcomer.call("POST", "/api/auth/register", { json });
  expectDocumented("POST /api/auth/register", 201, await signUp());
  expectDocumented("POST /api/auth/register", 422, await newcomer.call("POST", "/api/auth/register", { json: {} }));
  const { visitor, email } = await signedInVisitor({ role: "merchant" });
  const login = (password: string) => new Visitor().call("POST", "/api/auth/login", { json: { email, password } });
  expectDocumented("POST /api/auth/login", 200, await login(PASSWORD));
  expectDocumented("POST /api/auth/login", 401, await login("not-the-password"));
  expectDocumented("GET /api/users/me", 200, await visitor.call("GET", "/api/users/me"));
  expectDocumented("GET /api/users/me", 401, await new Visitor().call("GET", "/api/users/me"));
  const profile = { displayName: "Atlas Mode" };
  expectDocumented("PATCH /api/users/me", 200, await visitor.call("PATCH", "/api/users/me", { json: profile }));
  const headers = { "X-CSRF-Token": null };
  expectDocumented(
    "PATCH /api/users/me",
    403,
    await visitor.call("PATCH", "/api/users/me", { json: profile, headers }),
  );
  expectDocumented("GET /api/auth/sessions", 200, await visitor.call("GET", "/api/auth/sessions"));
  expectDocumented("GET /api/auth/csrf", 200, await visitor.call("GET", "/api/auth/csrf"));
  const key = { name: "shop", scopes: ["conversions:write"] };
  expectDocumented(
    "POST /api/users/me/api-keys",
    201,
    await visitor.call("POST", "/api/users/me/api-keys", { json: key }),
  );
  expectDocumented("GET /api/users/me/api-keys", 200, await visitor.call("GET", "/api/users/me/api-keys"));
  const told = await visitor.call("GET", "/api/users/me/notifications");
  expectDocumented("GET /api/users/me/notifications", 200, told);
  expectDocumented("POST /api/auth/totp/setup", 200, await visitor.call("POST", "/api/auth/totp/setup"));
  expectDocumented("POST /api/auth/refresh", 200, await visitor.call("POST", "/api/auth/refresh"));
  expectDocumented("POST /api/auth/logout", 200, await visitor.call("POST", "/api/auth/logout"));
});

it("answers a monitor as the document says", async () => {
  for (const path of ["/health", "/readiness", "/liveness"])
    expectDocumented(`GET ${path}`, 200, await call("GET", path));
});
