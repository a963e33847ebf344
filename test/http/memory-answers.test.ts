import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { forgetAddressRules } from "../../workers/http/address-gate.ts";
import { invalidateTags } from "../../workers/http/cache-versions.ts";
import worker from "../../workers/platform/index.ts";
import { newAddress, strictEnv } from "../support/gate.ts";
import { addUser, systemContext } from "../support/world.ts";

async function ask(path: string, { from = newAddress(), headers = {} } = {}) {
  const executionCtx = createExecutionContext();
  const request = new Request<unknown, IncomingRequestCfProperties>(`http://localhost:8787${path}`, {
    headers: { "CF-Connecting-IP": from, ...headers },
  });
  const response = await worker.fetch(request, strictEnv(), executionCtx);
  const text = await response.text();
  await waitOnExecutionContext(executionCtx);
  return { status: response.status, headers: response.headers, text };
}

// Server-Timing is written by the middlewares alone: an answer from memory has none.
const isFromMemory = ({ headers }: { headers: Headers }) => !headers.has("Server-Timing");

// The first questions lease nothing; a client that goes on asking is given a lot.
async function askOften(path: string, from: string, headers: Record<string, string> = {}) {
  let last = await ask(path, { from, headers });
  for (let time = 0; time < 12 && !isFromMemory(last); time++) last = await ask(path, { from, headers });
  return last;
}

describe("an answer from the isolate's memory", () => {
  it("is the whole answer, with an id of its own, and takes a unit of the caller's limit", async () => {
    const from = newAddress();
    const path = "/api/products/categories?whole";
    const made = await ask(path, { from });
    const given = await askOften(path, from);
    const next = await askOften(path, from, { "X-Request-ID": "mine-and-sane" });
    expect([isFromMemory(made), isFromMemory(given), isFromMemory(next)]).toEqual([false, true, true]);
    expect([given.status, given.text]).toEqual([200, made.text]);
    for (const name of ["Content-Type", "Content-Security-Policy", "X-Content-Type-Options", "Cache-Control"])
      expect([name, given.headers.get(name)]).toEqual([name, made.headers.get(name)]);
    expect(given.headers.get("X-Request-ID")).not.toBe(made.headers.get("X-Request-ID"));
    expect(next.headers.get("X-Request-ID")).toBe("mine-and-sane");
    const remaining = [given, next].map(({ headers }) => Number(headers.get("X-RateLimit-Remaining")));
    expect(remaining[1]).toBeLessThan(remaining[0] ?? 0);
  });

  it("is never one that was invalidated", async () => {
    const from = newAddress();
    const path = "/api/products/categories?ended";
    expect(isFromMemory(await askOften(path, from))).toBe(true);
    await invalidateTags(systemContext(), ["categories"]);
    expect(isFromMemory(await ask(path, { from }))).toBe(false);
  });

  it("is refused to whoever has used up the limit", async () => {
    const from = newAddress();
    const statuses: number[] = [];
    for (let time = 0; time < 130; time++) statuses.push((await ask("/api/products/categories?much", { from })).status);
    const allowed = statuses.filter((status) => status === 200).length;
    expect([allowed <= 100, statuses.at(-1)]).toEqual([true, 429]);
  });

  it("is not given while any network is turned away: the gate comes first", async () => {
    const from = newAddress();
    const path = "/api/products/categories?gate";
    expect(isFromMemory(await askOften(path, from))).toBe(true);
    forgetAddressRules();
    await env.CORE_DB.prepare(
      "INSERT INTO address_rules (id, cidr, kind, reason, created_by, created_at) VALUES ('adr_1', ?, 'deny', 'r', ?, 1)",
    )
      .bind(`${from}/32`, (await addUser("admin")).id)
      .run();
    expect((await ask(path, { from })).status).toBe(403);
    await env.CORE_DB.prepare("DELETE FROM address_rules").run();
    forgetAddressRules();
  });

  it("is none of an account's, and none of a failure's", async () => {
    const from = newAddress();
    for (const path of ["/api/users/me", "/api/products/mine", "/api/products/prd_none/similar"])
      expect([path, isFromMemory(await askOften(path, from))]).toEqual([path, false]);
  });
});
