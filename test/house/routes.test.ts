import { inspectRoutes } from "hono/dev";
import { describe, expect, it } from "vitest";
import { api } from "../../workers/platform/api.ts";

// In production these answer 404; test/mail proves it.
const DEVELOPMENT = ["GET /dev/mails.json", "GET /dev/mails", "GET /dev/mails/:id"];
const OPEN = [...DEVELOPMENT, "GET /liveness", "GET /readiness", "GET /health", "GET /openapi.json"];

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
      expect([route, names.includes(OPEN.includes(route) ? "openToAll" : "session")]).toEqual([route, true]);
    }
    expect([...handlersOf].filter(([, names]) => names.includes("openToAll")).map(([route]) => route)).toEqual(OPEN);
  });

  it("that writes checks its body and takes an Idempotency-Key, after the session", () => {
    for (const [route, names] of handlersOf) {
      if (!/^(POST|PUT|PATCH)/.test(route)) continue;
      expect([route, names.slice(0, 3)]).toEqual([route, ["session", "jsonOnly", "idempotency"]]);
    }
  });
});
