import { describe, expect, it } from "vitest";
import { type Health, health } from "../../schemas/health.ts";
import { ask, strictEnv } from "../support/gate.ts";

const PARTS = ["clicks", "core", "files", "kv", "queue"];

describe("health", () => {
  it("tells of both databases, KV, R2 and the queue, each with its time", async () => {
    const answer = await ask("/health");
    const { status, parts } = health.parse(await answer.json<Health>());
    expect([answer.status, status, Object.keys(parts).sort()]).toEqual([200, "ok", PARTS]);
  });

  it("names the part that fails, and the service is not ready", async () => {
    const broken = strictEnv({ LINKS_KV: { get: () => Promise.reject(new Error("down")) } });
    const answer = await ask("/health", { env: broken });
    const { status, parts } = health.parse(await answer.json<Health>());
    expect([answer.status, status, parts.kv?.status, parts.core?.status]).toEqual([503, "failing", "failing", "ok"]);
    expect((await ask("/readiness", { env: broken })).status).toBe(503);
    expect((await ask("/liveness", { env: broken })).status).toBe(200);
  });

  it("is asked anew each time and kept by nobody", async () => {
    expect((await ask("/health")).headers.get("Cache-Control")).toBe("no-store");
  });
});
