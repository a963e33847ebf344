import { describe, expect, it, vi } from "vitest";
import { ask, strictEnv } from "../support/gate.ts";
import { addProgramme, addUser, order } from "../support/world.ts";

const env = strictEnv({ ENVIRONMENT: "development" });

// The lines of the log while the work runs, as objects.
async function logged(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const spy = vi.spyOn(console, "log").mockImplementation(() => {});
  try {
    await work();
    return spy.mock.calls.map(([line]) => JSON.parse(String(line)));
  } finally {
    spy.mockRestore();
  }
}

describe("the request log", () => {
  it("has one line per answer: who, what, how it ended, how long, and what it asked of the databases", async () => {
    const { merchant, token } = await addProgramme();
    const json = order({ clickToken: await token() });
    const requestId = "a-sane-request-id";
    const lines = await logged(() =>
      ask("/api/tracking/conversions", {
        method: "POST",
        key: merchant.apiKey,
        json,
        env,
        headers: { "X-Request-ID": requestId },
      }),
    );
    expect(lines.filter(({ message }) => message === "request")).toEqual([
      {
        level: "info",
        message: "request",
        requestId,
        actor: merchant.id,
        method: "POST",
        route: "/api/tracking/conversions",
        status: 201,
        outcome: "ok",
        durationMs: expect.any(Number),
        queries: expect.any(Number),
        queriesMs: expect.any(Number),
      },
    ]);
    expect(Number(lines[0]?.queries)).toBeGreaterThan(2);
  });

  it("names the problem of a refusal and the pattern of a route, never what stood in the address", async () => {
    const { apiKey } = await addUser("merchant");
    const [line] = await logged(() =>
      ask("/api/tracking/conversions/0612345678?email=sara@example.ma", { key: apiKey, env }),
    );
    expect(line).toMatchObject({
      route: "/api/tracking/conversions/:orderId",
      status: 404,
      outcome: "conversion.not_found",
    });
    expect(JSON.stringify(line)).not.toMatch(/0612345678|sara/);
  });

  it("holds no key, token, phone or e-mail, whatever was sent", async () => {
    const { merchant, token } = await addProgramme();
    const clickToken = await token();
    const customer = { phone: "0612345678", email: "client@example.ma", city: "Fès" };
    const json = order({ clickToken, customer });
    const lines = await logged(async () => {
      await ask("/api/tracking/conversions", { method: "POST", key: merchant.apiKey, json, env });
      await ask("/api/tracking/conversions", {
        method: "POST",
        key: merchant.apiKey,
        json: { ...json, amountMinor: -1 },
        env,
      });
    });
    const text = JSON.stringify(lines);
    for (const secret of [merchant.apiKey, clickToken, "612345678", "client@example.ma"])
      expect(text).not.toContain(secret);
  });

  it("warns of a refused crowd and calls a broken store an error", async () => {
    const broken = strictEnv({
      ENVIRONMENT: "development",
      LINKS_KV: { get: () => Promise.reject(new Error("down")) },
    });
    const lines = await logged(() => ask("/health", { env: broken }));
    expect(lines.at(-1)).toMatchObject({ level: "error", status: 503, outcome: "server.failed" });
  });
});

describe("Server-Timing", () => {
  it("tells the whole time and the database's", async () => {
    const { apiKey } = await addUser("influencer");
    const { headers } = await ask("/api/payments/balance", { key: apiKey });
    expect(headers.get("Server-Timing")).toMatch(/^total;dur=\d+, db;dur=\d+;desc="\d+ queries"$/);
  });

  it("does not tell at signing in how many questions an e-mail was worth", async () => {
    const { headers } = await ask("/api/auth/nowhere");
    expect(headers.get("Server-Timing")).toMatch(/^total;dur=\d+$/);
  });
});
