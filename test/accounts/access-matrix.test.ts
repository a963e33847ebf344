import { env } from "cloudflare:workers";
import { inspectRoutes } from "hono/dev";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../workers/platform/api.ts";
import { someone, visitorOf } from "../support/signed-in.ts";
import { registration, Visitor } from "../support/visitor.ts";
import { addProgramme, call, order, type Programme } from "../support/world.ts";

const ACTORS = ["influencer", "merchant", "owner", "compliance", "finance", "support"] as const;
type ActorName = (typeof ACTORS)[number];

interface Row {
  /** What the caller gets who may; whoever is not named gets 403. */
  readonly allowed: Partial<Record<ActorName, number>>;
  readonly path?: () => string;
  readonly json?: () => unknown;
  readonly form?: () => FormData;
  /** The same request on somebody else's object. */
  readonly foreign?: readonly [actor: ActorName, status: number];
}

const all = (status: number) => Object.fromEntries(ACTORS.map((actor) => [actor, status]));
const staff = (status: number) => ({ owner: status, compliance: status, finance: status, support: status });
const parties = (status: number) => ({ influencer: status, merchant: status });
const only = (...actors: ActorName[]) => Object.fromEntries(actors.map((actor) => [actor, 200]));

let theirs: Programme;
let theirOrderId: string;
let theirConnectorId: string;
let somebodyId: string;

const fileForm = () => {
  const form = new FormData();
  form.append("file", new File(["name\n"], "file"));
  return form;
};
// On a page of somebody else's site: who may list products hears of that, nobody else gets so far.
const somebodysProduct = () => ({
  title: { fr: "Djellaba" },
  priceMinor: 45_000,
  commission: { type: "rate", rateBps: 1500 },
  categoryId: "cat_none",
  landingUrl: `https://${theirs.host}/djellaba`,
});
const REASON = "a reason good enough";
// An order is a stranger's for all of these actors, so each of them that may ask gets 404.
const ROWS: Readonly<Record<string, Row>> = {
  "POST /api/auth/password/change": {
    allowed: all(403),
    json: () => ({ currentPassword: "not-the-password", newPassword: "couscous-du-vendredi-9" }),
  },
  "POST /api/auth/logout": { allowed: all(200) },
  "GET /api/auth/csrf": { allowed: all(200) },
  "GET /api/auth/sessions": { allowed: all(200) },
  "DELETE /api/auth/sessions/:id": {
    allowed: all(404),
    path: () => "/api/auth/sessions/ses_none",
    foreign: ["merchant", 404],
  },
  "POST /api/auth/totp/setup": { allowed: { ...parties(200), ...staff(409) } },
  "POST /api/auth/totp/enable": { allowed: all(422), json: () => ({ code: "1" }) },
  "POST /api/auth/totp/disable": {
    allowed: { ...parties(409), ...staff(403) },
    json: () => ({ password: "x", code: "123456" }),
  },
  "GET /api/users/me": { allowed: all(200) },
  "PATCH /api/users/me": { allowed: all(200), json: () => ({ locale: "fr" }) },
  "DELETE /api/users/me": { allowed: all(403), json: () => ({ password: "not-the-password" }) },
  "GET /api/users/me/export": { allowed: all(200) },
  "GET /api/users/me/api-keys": { allowed: all(200) },
  "POST /api/users/me/api-keys": {
    allowed: { influencer: 403, merchant: 403, ...staff(403) },
    json: () => ({ name: "x", scopes: ["links:read"] }),
  },
  "DELETE /api/users/me/api-keys/:id": {
    allowed: all(404),
    path: () => "/api/users/me/api-keys/key_none",
    foreign: ["merchant", 404],
  },
  "GET /api/social-media/accounts": { allowed: { influencer: 200 } },
  "GET /api/users/me/storefront": { allowed: { influencer: 200 } },
  "PATCH /api/users/me/storefront": { allowed: { influencer: 200 }, json: () => ({ theme: "mint" }) },
  "GET /api/users/me/notifications": { allowed: all(200) },
  "POST /api/users/me/notifications/read": { allowed: all(200), json: () => ({ ids: "all" }) },
  "POST /api/tracking/conversions": { allowed: { merchant: 201 }, json: () => order() },
  "GET /api/tracking/snippet": { allowed: { merchant: 200 } },
  // A page's key, which nobody who has signed in needs.
  "POST /api/tracking/browser-orders": { allowed: {}, json: () => ({ orderId: "1", clickToken: "t" }) },
  "GET /api/tracking/conversions": { allowed: parties(200) },
  "POST /api/tracking/events": {
    allowed: { merchant: 200 },
    json: () => ({ events: [{ orderId: theirOrderId, event: { eventId: "e-1", status: "confirmed" } }] }),
  },
  "GET /api/tracking/order-counts": { allowed: { merchant: 200 } },
  "GET /api/tracking/orders.csv": { allowed: parties(200) },
  "GET /api/tracking/conversions/:orderId/contact": {
    allowed: { merchant: 404 },
    path: () => `/api/tracking/conversions/${theirOrderId}/contact`,
    foreign: ["merchant", 404],
  },
  "GET /api/tracking/conversions/:orderId": {
    allowed: { ...parties(404) },
    path: () => `/api/tracking/conversions/${theirOrderId}`,
    foreign: ["merchant", 404],
  },
  "POST /api/tracking/conversions/:orderId/events": {
    allowed: { merchant: 404 },
    path: () => `/api/tracking/conversions/${theirOrderId}/events`,
    json: () => ({ eventId: "e-1", status: "confirmed" }),
    foreign: ["merchant", 404],
  },
  "GET /api/analytics/breakdown": { allowed: parties(200), path: () => "/api/analytics/breakdown?by=city" },
  "GET /api/analytics/export": { allowed: parties(200) },
  "GET /api/analytics/funnel": { allowed: parties(200) },
  "GET /api/analytics/live": { allowed: parties(426) },
  "GET /api/analytics/overview": { allowed: parties(200) },
  "GET /api/analytics/timeseries": { allowed: parties(200) },
  // A return is the merchant's to ask for.
  "POST /api/tracking/claims": {
    allowed: { merchant: 404 },
    json: () => ({ kind: "return", orderId: "none", message: REASON }),
  },
  "GET /api/tracking/claims": { allowed: parties(200) },
  "GET /api/tracking/claims/:id": { allowed: parties(404), foreign: ["merchant", 404] },
  "POST /api/tracking/claims/:id/evidence": { allowed: parties(404), form: fileForm, foreign: ["influencer", 404] },
  "GET /api/tracking/claims/:id/evidence/:evidenceId": { allowed: all(404), foreign: ["merchant", 404] },
  "POST /api/tracking/claims/:id/answer": {
    allowed: parties(404),
    json: () => ({ answer: "accept" }),
    foreign: ["merchant", 404],
  },
  "POST /api/tracking/claims/:id/withdraw": { allowed: parties(404), foreign: ["influencer", 404] },
  "GET /api/tracking/connectors": { allowed: { merchant: 200 } },
  "POST /api/tracking/connectors": {
    allowed: { merchant: 201 },
    json: () => ({ platform: "courier", name: "Ozon Express" }),
  },
  "PATCH /api/tracking/connectors/:id": {
    allowed: { merchant: 404 },
    path: () => `/api/tracking/connectors/${theirConnectorId}`,
    json: () => ({ state: "paused" }),
    foreign: ["merchant", 404],
  },
  "DELETE /api/tracking/connectors/:id": {
    allowed: { merchant: 404 },
    path: () => `/api/tracking/connectors/${theirConnectorId}`,
    foreign: ["merchant", 404],
  },
  "POST /api/tracking/conversions/import": { allowed: { merchant: 422 }, form: fileForm },
  "POST /api/tracking/connectors/:id/statuses": {
    allowed: { merchant: 404 },
    path: () => `/api/tracking/connectors/${theirConnectorId}/statuses`,
    form: fileForm,
    foreign: ["merchant", 404],
  },
  "GET /api/tracking/connectors/:id/deliveries": {
    allowed: { merchant: 404 },
    path: () => `/api/tracking/connectors/${theirConnectorId}/deliveries`,
    foreign: ["merchant", 404],
  },
  "POST /api/affiliates/links": { allowed: { influencer: 404 }, json: () => ({ productId: "prd_none" }) },
  "GET /api/affiliates/links": { allowed: parties(200) },
  "POST /api/affiliates/links/bulk": { allowed: { influencer: 200 }, json: () => ({ productIds: ["prd_none"] }) },
  "GET /api/affiliates/links/slug": { allowed: { influencer: 200 }, path: () => "/api/affiliates/links/slug?slug=abc" },
  "GET /api/affiliates/links/folders": { allowed: { influencer: 200 } },
  "DELETE /api/affiliates/links/:id": {
    allowed: { influencer: 404 },
    path: () => `/api/affiliates/links/${theirs.linkId}`,
    foreign: ["influencer", 404],
  },
  "GET /api/affiliates/links/:id/qr": {
    allowed: parties(404),
    path: () => `/api/affiliates/links/${theirs.linkId}/qr`,
    foreign: ["merchant", 404],
  },
  "DELETE /api/affiliates/coupons/:id": {
    allowed: parties(404),
    path: () => "/api/affiliates/coupons/cpn_none",
    foreign: ["merchant", 404],
  },
  "GET /api/affiliates/links/:id": {
    allowed: parties(404),
    path: () => `/api/affiliates/links/${theirs.linkId}`,
    foreign: ["influencer", 404],
  },
  "PATCH /api/affiliates/links/:id": {
    allowed: { influencer: 404 },
    path: () => `/api/affiliates/links/${theirs.linkId}`,
    json: () => ({ state: "paused" }),
    foreign: ["influencer", 404],
  },
  "POST /api/affiliates/links/:id/coupons": {
    allowed: parties(404),
    path: () => `/api/affiliates/links/${theirs.linkId}/coupons`,
    json: () => ({ code: "SARA10" }),
    foreign: ["influencer", 404],
  },
  "GET /api/affiliates/links/:id/coupons": {
    allowed: parties(404),
    path: () => `/api/affiliates/links/${theirs.linkId}/coupons`,
    foreign: ["influencer", 404],
  },
  "POST /api/products/import": { allowed: { merchant: 422 }, form: fileForm },
  "GET /api/products/export": { allowed: { merchant: 200 } },
  "POST /api/products/:id/images": {
    allowed: { merchant: 404 },
    path: () => `/api/products/${theirs.productId}/images`,
    form: fileForm,
    foreign: ["merchant", 404],
  },
  "PATCH /api/products/:id/images/:imageId": {
    allowed: { merchant: 404 },
    path: () => `/api/products/${theirs.productId}/images/img_none`,
    json: () => ({ alt: "Djellaba" }),
    foreign: ["merchant", 404],
  },
  "DELETE /api/products/:id/images/:imageId": {
    allowed: { merchant: 404 },
    path: () => `/api/products/${theirs.productId}/images/img_none`,
    foreign: ["merchant", 404],
  },
  "POST /api/products": { allowed: { merchant: 422 }, json: () => somebodysProduct() },
  "GET /api/products/mine": { allowed: { merchant: 200 } },
  "PATCH /api/products/:id": {
    allowed: { merchant: 404 },
    path: () => `/api/products/${theirs.productId}`,
    json: () => ({ state: "paused" }),
    foreign: ["merchant", 404],
  },
  "DELETE /api/products/:id": {
    allowed: { merchant: 404 },
    path: () => `/api/products/${theirs.productId}`,
    foreign: ["merchant", 404],
  },
  "GET /api/products/hosts": { allowed: { merchant: 200 } },
  "POST /api/products/hosts": { allowed: { merchant: 201 }, json: () => ({ host: "boutique-fassia.ma" }) },
  "POST /api/products/hosts/:id/verify": { allowed: { merchant: 404 }, foreign: ["merchant", 404] },
  "DELETE /api/products/hosts/:id": { allowed: { merchant: 404 }, foreign: ["merchant", 404] },
  "POST /api/affiliates/requests": { allowed: { influencer: 404 }, json: () => ({ productId: "prd_none" }) },
  "GET /api/affiliates/requests": { allowed: parties(200) },
  "GET /api/affiliates/requests/:id": {
    allowed: parties(404),
    path: () => `/api/affiliates/requests/${theirs.requestId}`,
    foreign: ["influencer", 404],
  },
  "POST /api/affiliates/requests/:id/approve": {
    allowed: { merchant: 404 },
    path: () => `/api/affiliates/requests/${theirs.requestId}/approve`,
    json: () => ({}),
    foreign: ["merchant", 404],
  },
  "POST /api/affiliates/requests/:id/reject": {
    allowed: { merchant: 404 },
    path: () => `/api/affiliates/requests/${theirs.requestId}/reject`,
    json: () => ({ reason: REASON }),
    foreign: ["merchant", 404],
  },
  "POST /api/affiliates/requests/:id/cancel": {
    allowed: { influencer: 404 },
    path: () => `/api/affiliates/requests/${theirs.requestId}/cancel`,
    foreign: ["influencer", 404],
  },
  "GET /api/affiliates/approval-rule": { allowed: only("merchant") },
  "PUT /api/affiliates/approval-rule": {
    allowed: only("merchant"),
    json: () => ({ enabled: false, requireKyc: true, minFollowers: 0 }),
  },
  "GET /api/affiliates/influencers": { allowed: only("merchant") },
  "GET /api/affiliates/influencers/:id": {
    allowed: only("merchant"),
    path: () => `/api/affiliates/influencers/${theirs.influencer.id}`,
  },
  "POST /api/affiliates/influencers/:id/block": {
    allowed: { merchant: 404 },
    path: () => "/api/affiliates/influencers/usr_none/block",
    json: () => ({ blocked: true }),
  },
  "GET /api/payments/balance": { allowed: parties(200) },
  "GET /api/payments/commissions": { allowed: parties(200) },
  "GET /api/payments/ledger": { allowed: parties(200) },
  "GET /api/tracking/fraud": { allowed: parties(200) },
  "POST /api/tracking/fraud/:id/appeal": {
    allowed: { influencer: 404 },
    path: () => "/api/tracking/fraud/frd_none/appeal",
    json: () => ({ message: "La page était déjà ouverte" }),
    foreign: ["influencer", 404],
  },
  "GET /api/admin/fraud": { allowed: staff(200) },
  "GET /api/admin/fraud/:id": { allowed: staff(404), path: () => "/api/admin/fraud/frd_none" },
  "POST /api/admin/fraud/:id/decide": {
    allowed: { owner: 404, compliance: 404 },
    path: () => "/api/admin/fraud/frd_none/decide",
    json: () => ({ decision: "cleared", reason: REASON }),
  },
  "GET /api/admin/fraud-rules": { allowed: staff(200) },
  "GET /api/admin/fraud-rules/:rule": { allowed: staff(200), path: () => "/api/admin/fraud-rules/click_burst" },
  "PATCH /api/admin/fraud-rules/:rule": {
    allowed: only("owner", "compliance"),
    path: () => "/api/admin/fraud-rules/click_burst",
    json: () => ({ score: 30, reason: REASON }),
  },
  "GET /api/admin/users": { allowed: staff(200) },
  "PATCH /api/admin/users/:id": {
    allowed: only("owner", "compliance"),
    path: () => `/api/admin/users/${somebodyId}`,
    json: () => ({ state: "active", reason: REASON }),
  },
  "POST /api/admin/users/:id/kyc-decision": {
    allowed: only("owner", "compliance"),
    path: () => `/api/admin/users/${somebodyId}/kyc-decision`,
    json: () => ({ decision: "rejected", reason: REASON }),
  },
  "POST /api/admin/users/:id/plan": {
    allowed: only("owner", "finance"),
    path: () => `/api/admin/users/${theirs.merchant.id}/plan`,
    json: () => ({ plan: "PRO", reason: REASON }),
  },
  "POST /api/admin/conversions/:id/exchange-rate": {
    allowed: { owner: 404, finance: 404 },
    path: () => "/api/admin/conversions/cnv_none/exchange-rate",
    json: () => ({ madPerUnitMicros: 10_850_000, reason: REASON }),
  },
  "GET /api/admin/claims": { allowed: staff(200) },
  "GET /api/admin/claims/:id": { allowed: staff(404) },
  "POST /api/admin/claims/:id/decide": {
    allowed: { owner: 404, compliance: 404 },
    json: () => ({ decision: "reject", reason: REASON }),
  },
  "GET /api/webhooks/endpoints": { allowed: parties(200) },
  "POST /api/webhooks/endpoints": { allowed: parties(201), json: () => ({ url: "http://localhost:9/hook" }) },
  "GET /api/webhooks/endpoints/:id": {
    allowed: parties(404),
    path: () => "/api/webhooks/endpoints/whe_none",
    foreign: ["merchant", 404],
  },
  "PATCH /api/webhooks/endpoints/:id": {
    allowed: parties(404),
    path: () => "/api/webhooks/endpoints/whe_none",
    json: () => ({ state: "paused" }),
    foreign: ["influencer", 404],
  },
  "DELETE /api/webhooks/endpoints/:id": {
    allowed: parties(404),
    path: () => "/api/webhooks/endpoints/whe_none",
    foreign: ["merchant", 404],
  },
  "GET /api/webhooks/endpoints/:id/deliveries": {
    allowed: parties(404),
    path: () => "/api/webhooks/endpoints/whe_none/deliveries",
    foreign: ["merchant", 404],
  },
  "POST /api/webhooks/endpoints/:id/test": {
    allowed: parties(404),
    path: () => "/api/webhooks/endpoints/whe_none/test",
    foreign: ["influencer", 404],
  },
  "POST /api/webhooks/deliveries/:id/replay": {
    allowed: parties(404),
    path: () => "/api/webhooks/deliveries/whd_none/replay",
    foreign: ["merchant", 404],
  },
  "GET /api/admin/operations/address-rules": { allowed: only("owner", "compliance") },
  "POST /api/admin/operations/address-rules": {
    allowed: { owner: 201, compliance: 201 },
    json: () => ({ cidr: "203.0.113.0/24", kind: "deny", reason: REASON }),
  },
  "DELETE /api/admin/operations/address-rules/:id": {
    allowed: { owner: 404, compliance: 404 },
    path: () => "/api/admin/operations/address-rules/adr_none",
  },
  "GET /api/admin/operations/cache": { allowed: only("owner", "support") },
};

/** Open to all, and what each answers a stranger who sends nothing good. */
const OPEN: Readonly<Record<string, number>> = {
  "POST /api/auth/register": 201,
  "POST /api/auth/verify-email": 422,
  "POST /api/auth/resend-verification": 422,
  "POST /api/auth/password/forgot": 422,
  "POST /api/auth/password/reset": 422,
  "POST /api/auth/login": 422,
  "POST /api/auth/refresh": 401,
  "GET /api/products": 200,
  "GET /api/products/merchants/:id": 404,
  "GET /api/products/:id/similar": 404,
  "GET /marketplace": 200,
  "GET /products/:id": 404,
  "GET /merchants/:id": 404,
  "GET /robots.txt": 200,
  "GET /sitemap.xml": 200,
  "GET /sitemaps/:name": 404,
  "GET /api/users/storefront/:handle": 404,
  "GET /:name{@[^/]+}": 404,
  "GET /api/products/categories": 200,
  "GET /api/products/:id": 404,
  "GET /images/:key": 404,
  "GET /api/tracking/postback": 404,
  "GET /api/tracking/t.js": 200,
  "POST /api/webhooks/shopify/:connectorId": 404,
  "POST /api/webhooks/woocommerce/:connectorId": 404,
  "POST /api/webhooks/youcan/:connectorId": 404,
  "POST /api/webhooks/courier/:connectorId": 404,
  "GET /liveness": 200,
  "GET /readiness": 200,
  "GET /health": 200,
  "GET /openapi.json": 200,
  "GET /dev/dns": 200,
  "GET /dev/mails.json": 200,
  "GET /dev/mails": 200,
  "GET /dev/mails/:id": 404,
};

const routes = [
  ...new Set(
    inspectRoutes(api)
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`),
  ),
];
const visitors = new Map<ActorName, Visitor>();

async function ask(visitor: Visitor, route: string, headers: Record<string, string | null> = {}) {
  const [method = "", pattern = ""] = route.split(" ");
  const row = ROWS[route];
  const json = row?.json?.();
  const form = row?.form?.();
  const path = row?.path?.() ?? pattern.replace(/:\w+/g, "none");
  const { status } = await visitor.call(method, path, json === undefined ? { form, headers } : { json, headers });
  return status;
}

// Logging out closes the session that asks, so every question is asked in a session of its own.
const ids = new Map<ActorName, string>();
const fresh = (actor: ActorName) => visitorOf(ids.get(actor) ?? "");

beforeAll(async () => {
  for (const actor of ACTORS) {
    const isParty = actor === "influencer" || actor === "merchant";
    const { id, visitor } = isParty ? await someone(actor) : await someone("admin", [actor]);
    ids.set(actor, id);
    visitors.set(actor, visitor);
  }
  theirs = await addProgramme();
  const placed = await call("POST", "/api/tracking/conversions", { key: theirs.merchant.apiKey, json: order() });
  theirOrderId = String(placed.body.orderId);
  const connected = await call("POST", "/api/tracking/connectors", {
    key: theirs.merchant.apiKey,
    json: { platform: "courier", name: "Amana" },
  });
  theirConnectorId = String(connected.body.id);
  somebodyId = (await someone("influencer")).id;
});

describe("who may do what", () => {
  it("has a row for every route, and none for a route that is gone", () => {
    expect([...Object.keys(ROWS), ...Object.keys(OPEN)].sort()).toEqual(routes.toSorted());
  });

  it.each(Object.entries(OPEN))("%s is open to all (%d)", async (route, status) => {
    const [method = "", path = ""] = route.split(" ");
    const json =
      method === "GET" || route.endsWith("refresh") ? {} : { json: route.endsWith("register") ? registration() : {} };
    expect((await new Visitor().call(method, path.replace(":id", "none"), json)).status).toBe(status);
  });

  it.each(Object.keys(ROWS))("%s: nobody without a session, each role as the product says", async (route) => {
    expect(["anonymous", await ask(new Visitor(), route)]).toEqual(["anonymous", 401]);
    for (const actor of ACTORS)
      expect([actor, await ask(await fresh(actor), route)]).toEqual([actor, ROWS[route]?.allowed[actor] ?? 403]);
  });

  it.each(Object.keys(ROWS).filter((route) => !route.startsWith("GET ")))(
    "%s: refused without the page's own token",
    async (route) => {
      const actor = ACTORS.find((name) => ROWS[route]?.allowed[name] !== undefined) ?? "owner";
      for (const token of [null, "forged.token"])
        expect(await ask(await fresh(actor), route, { "X-CSRF-Token": token })).toBe(403);
    },
  );

  it.each(Object.entries(ROWS).flatMap(([route, { foreign }]) => (foreign ? [[route, ...foreign] as const] : [])))(
    "%s: somebody else's object is not there for %s (%d)",
    async (route, actor, status) => {
      expect(await ask(await fresh(actor), route)).toBe(status);
    },
  );

  it("a suspended person is refused everywhere", async () => {
    const { id } = await someone("merchant");
    const visitor = await visitorOf(id);
    await env.CORE_DB.prepare("UPDATE users SET state = 'suspended', suspended_at = 1 WHERE id = ?").bind(id).run();
    for (const route of Object.keys(ROWS)) expect([route, await ask(visitor, route)]).toEqual([route, 403]);
  });
});
