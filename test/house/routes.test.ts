import { inspectRoutes } from "hono/dev";
import { describe, expect, it } from "vitest";
import { api } from "../../workers/platform/api.ts";

// In production these answer 404; test/mail proves it.
const DEVELOPMENT = ["GET /dev/dns", "GET /dev/mails.json", "GET /dev/mails", "GET /dev/mails/:id"];
const SIGNING_IN = [
  "register",
  "verify-email",
  "resend-verification",
  "password/forgot",
  "password/reset",
  "login",
  "refresh",
].map((path) => `POST /api/auth/${path}`);
const CATALOGUE = ["GET /api/products/categories", "GET /images/:key"];
const MARKETPLACE = ["GET /api/products", "GET /api/products/merchants/:id", "GET /api/products/:id/similar"];
const STOREFRONTS = ["GET /api/users/storefront/:handle"];
const PAGES = ["GET /marketplace", "GET /products/:id", "GET /merchants/:id", "GET /:name{@[^/]+}"];
const FOR_ROBOTS = ["GET /robots.txt", "GET /sitemap.xml", "GET /sitemaps/:name"];
// Proven by the signature of their bytes.
const SIGNED = ["shopify", "woocommerce", "youcan", "courier"].map(
  (platform) => `POST /api/webhooks/${platform}/:connectorId`,
);
// Open to all; whoever owns it and says who they are sees more.
const SEEN_BY_OWNERS = ["GET /api/products/:id"];
const OPEN = [
  ...SIGNING_IN,
  ...DEVELOPMENT,
  ...CATALOGUE,
  ...MARKETPLACE,
  ...STOREFRONTS,
  ...PAGES,
  ...FOR_ROBOTS,
  ...SIGNED,
  "GET /api/tracking/postback",
  "GET /api/tracking/t.js",
  "GET /liveness",
  "GET /readiness",
  "GET /health",
  "GET /openapi.json",
];
// Their answers hold secrets, which must not be kept for a repeated key; none of them does harm when it comes twice.
const OF_THE_PERSON = /^(POST|PUT|PATCH|DELETE) \/api\/(auth|users)\//;

const handlersOf = new Map<string, string[]>();
for (const { method, path, name } of inspectRoutes(api)) {
  if (method === "ALL" || name === "documented") continue;
  const route = `${method} ${path}`;
  handlersOf.set(route, [...(handlersOf.get(route) ?? []), name]);
}

describe("every route", () => {
  it("is known to this test", () => {
    expect(handlersOf.size).toBeGreaterThan(15);
  });

  it("asks for a session, unless it is on the short list of open ones", () => {
    for (const [route, names] of handlersOf) {
      const guard = SEEN_BY_OWNERS.includes(route) ? "sessionIfAny" : OPEN.includes(route) ? "openToAll" : "session";
      expect([route, names.includes(guard)]).toEqual([route, true]);
    }
    expect(
      [...handlersOf]
        .filter(([, names]) => names.includes("openToAll"))
        .map(([route]) => route)
        .sort(),
    ).toEqual(OPEN.toSorted());
  });

  it("that writes checks its body and takes an Idempotency-Key, after the session", () => {
    for (const [route, names] of handlersOf) {
      if (!/^(POST|PUT|PATCH)/.test(route)) continue;
      if (OF_THE_PERSON.test(route)) continue;
      // A file is its own key: sent again it changes nothing.
      if (names[1] === "fileOnly") continue;
      // A delivery is known by its platform's id, or by its bytes.
      if (names[1] === "signedBytes") continue;
      const body = names[1] === "noBody" ? "noBody" : "jsonOnly";
      expect([route, names.slice(0, 3)]).toEqual([route, ["session", body, "idempotency"]]);
    }
  });

  it("of the person's own account writes in a session, or for our own pages while there is none", () => {
    for (const [route, names] of handlersOf) {
      if (!OF_THE_PERSON.test(route)) continue;
      const guards = SIGNING_IN.includes(route) ? ["openToAll", "ownOrigin"] : ["session"];
      const next = names[guards.length];
      expect([route, names.slice(0, guards.length)]).toEqual([route, guards]);
      expect([route, route.startsWith("DELETE") || next === "jsonOnly" || next === "noBody"]).toEqual([route, true]);
    }
  });
});
