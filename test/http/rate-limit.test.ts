import { createExecutionContext, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { newApp } from "../../workers/http/app.ts";
import { answerProblem } from "../../workers/http/problems.ts";
import { enforceAuthLimits } from "../../workers/http/rate-limit.ts";
import { requestContext } from "../../workers/http/request-context.ts";
import { parseConfig } from "../../workers/platform/config.ts";
import { ask, newAddress, strictEnv } from "../support/gate.ts";
import { addProgramme, addUser, order } from "../support/world.ts";

const OPEN = "/api/products/categories";
const FIVE = { max: 5, windowMs: 60_000 };
const objectOf = (name: string) => env.RATE_LIMITER.getByName(name);
const statusesOf = (answers: readonly Response[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));

// Signing in as its routes do it, without what comes after the limits.
const door = newApp();
door.onError(answerProblem);
door.use(requestContext);
door.post("/login/:email", async (c) => {
  await enforceAuthLimits(c, c.req.param("email"));
  return c.json({ in: true });
});
const knock = async (email: string, from: string, bindings = strictEnv()) => {
  const request = new Request(`http://localhost/login/${email}`, {
    method: "POST",
    headers: { "CF-Connecting-IP": from },
  });
  return door.fetch(request, bindings, createExecutionContext());
};

describe("a limiter object", () => {
  it("grants what the limit leaves, and forgets nothing when it is evicted in mid-window", async () => {
    const object = objectOf("test:evicted");
    expect(await object.take(FIVE, 3, 0)).toMatchObject({ granted: 3, remaining: 2 });
    await evictDurableObject(object);
    expect(await object.take(FIVE, 4, 0)).toMatchObject({ granted: 2, remaining: 0 });
    await evictDurableObject(object);
    const refused = await object.take(FIVE, 1, 0);
    expect(refused.granted).toBe(0);
    expect(refused.resetInMs).toBeGreaterThan(50_000);
  });

  it("keeps the two counters of a large limit across an eviction", async () => {
    const object = objectOf("test:large");
    const limit = { max: 600, windowMs: 60_000 };
    expect((await object.take(limit, 500, 0)).granted).toBe(500);
    await evictDurableObject(object);
    expect((await object.take(limit, 500, 0)).granted).toBeLessThanOrEqual(100);
  });

  it("never grants more than the limit to requests that come at once", async () => {
    const object = objectOf("test:at-once");
    const answers = await times(60, () => object.take(FIVE, 2, 0));
    expect(answers.reduce((sum, { granted }) => sum + granted, 0)).toBe(5);
  });

  it("is emptied by its alarm once the window is over", async () => {
    const object = objectOf("test:alarm");
    const rows = () =>
      runInDurableObject(
        object,
        (_, state) =>
          state.storage.sql.exec("SELECT count(*) AS rows FROM sqlite_master WHERE name = 'spent'").one().rows,
      );
    await object.take(FIVE, 5, 0);
    expect(await rows()).toBe(1);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    try {
      expect(await runDurableObjectAlarm(object)).toBe(true);
      expect(await rows()).toBe(0);
      expect((await object.take(FIVE, 5, 0)).granted).toBe(5);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("signing in", () => {
  it("200 at once for one e-mail from one address: exactly 5 pass", async () => {
    const from = newAddress();
    const answers = await times(200, () => knock("sara@example.ma", from));
    expect(statusesOf(answers)).toEqual({ 200: 5, 429: 195 });
  });

  it("200 at once for one e-mail from 200 addresses and in two spellings: exactly 5 pass", async () => {
    let turn = 0;
    const answers = await times(200, () => knock(turn++ % 2 ? "Imane@example.ma" : "imane@EXAMPLE.ma", newAddress()));
    expect(statusesOf(answers)).toEqual({ 200: 5, 429: 195 });
  });

  it("200 at once by the real route: 5 reach the password, the others are told when to come back", async () => {
    const json = { email: "crowd@example.ma", password: "not the password" };
    const headers = { Origin: "http://localhost:8787" };
    const logIn = () => ask("/api/auth/login", { method: "POST", from: newAddress(), json, headers });
    const answers = await times(200, logIn);
    expect(statusesOf(answers)).toEqual({ 401: 5, 429: 195 });
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.every(({ headers: told }) => Number(told.get("Retry-After")) > 0)).toBe(true);
  });

  it("from a town that shares one address is answered later, not refused", async () => {
    const from = newAddress();
    let person = 0;
    const answers = await times(60, () => knock(`person-${person++}@example.ma`, from));
    expect(statusesOf(answers)).toEqual({ 200: 60 });
    const startedAt = Date.now();
    expect((await knock("one-more@example.ma", from)).status).toBe(200);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(990);
  });

  it("is refused when the limiter cannot be asked, while reads go on", async () => {
    const RATE_LIMITER = { getByName: () => ({ take: () => Promise.reject(new Error("unreachable")) }) };
    const broken = strictEnv({ RATE_LIMITER });
    expect((await knock("closed@example.ma", newAddress(), broken)).status).toBe(503);
    expect((await ask(OPEN, { from: newAddress(), env: broken })).status).toBe(200);
  });
});

describe("the API", () => {
  it("answers 100 a minute to an address, then 429 with the seconds to wait, in isolates' memory", async () => {
    const from = newAddress();
    const answers = await times(150, () => ask(OPEN, { from }));
    expect(statusesOf(answers)).toEqual({ 200: 100, 429: 50 });
    const take = vi.fn();
    const refused = await ask(OPEN, { from, env: strictEnv({ RATE_LIMITER: { getByName: () => ({ take }) } }) });
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: "rate.limited" });
    expect(take).not.toHaveBeenCalled();
    const wait = Number(refused.headers.get("Retry-After"));
    expect(wait).toBeGreaterThan(30);
    expect(wait).toBeLessThanOrEqual(66);
    expect([refused.headers.get("X-RateLimit-Limit"), refused.headers.get("X-RateLimit-Remaining")]).toEqual([
      "100",
      "0",
    ]);
    expect(Math.abs(Number(refused.headers.get("X-RateLimit-Reset")) - (Date.now() / 1_000 + wait))).toBeLessThan(2);
  });

  it("counts a household's IPv6 addresses as one, and each IPv4 address by itself", async () => {
    await times(100, () => ask(OPEN, { from: "2001:db8:77:1::1" }));
    expect((await ask(OPEN, { from: "2001:db8:77:1:ffff::9" })).status).toBe(429);
    expect((await ask(OPEN, { from: "2001:db8:77:2::1" })).status).toBe(200);
  });

  it("counts down in the headers of every answer, refused keys and unknown addresses included", async () => {
    const from = newAddress();
    const remaining = async (path: string, key?: string) => {
      const answer = await ask(path, { from, ...(key ? { key } : {}) });
      return [answer.status, answer.headers.get("X-RateLimit-Limit"), answer.headers.get("X-RateLimit-Remaining")];
    };
    expect(await remaining(OPEN)).toEqual([200, "100", "99"]);
    expect(await remaining("/api/nowhere")).toEqual([404, "100", "98"]);
    expect(await remaining("/api/payments/balance", `sk_test_${"x".repeat(30)}`)).toEqual([401, "100", "97"]);
    expect(await remaining("/api/payments/balance")).toEqual([401, "100", "96"]);
  });

  it("tires of wrong keys from one address", async () => {
    const from = newAddress();
    const answers = await times(120, () => ask("/api/payments/balance", { from, key: `sk_test_${"y".repeat(30)}` }));
    expect(statusesOf(answers)).toEqual({ 401: 100, 429: 20 });
  });

  it("counts a key by itself, wherever it calls from", async () => {
    const [one, other] = [await addUser("influencer"), await addUser("influencer")];
    const balance = (key: string) => ask("/api/payments/balance", { from: newAddress(), key });
    expect(statusesOf(await times(110, () => balance(one.apiKey)))).toEqual({ 200: 100, 429: 10 });
    expect((await balance(other.apiKey)).status).toBe(200);
  });

  it("never asks a monitor to wait", async () => {
    const from = newAddress();
    expect(statusesOf(await times(130, () => ask("/liveness", { from })))).toEqual({ 200: 130 });
  });
});

describe("a raised limit", () => {
  it("is refused in production", () => {
    const production = { ENVIRONMENT: "production", MAIL_TRANSPORT: "smtp", SMTP_HOST: "smtp.example" };
    expect(() => parseConfig(strictEnv({ ...production, RATE_LIMIT_FACTOR: "1000" }))).toThrow("RATE_LIMIT_FACTOR");
    expect(parseConfig(strictEnv(production)).RATE_LIMIT_FACTOR).toBe(1);
  });
});

describe("order intake", () => {
  it("takes 1,000 orders a minute per key, and asks the object for few of them", async () => {
    const { merchant } = await addProgramme();
    let calls = 0;
    let granted = 0;
    const object = env.RATE_LIMITER.getByName(`test:${merchant.id}`);
    const take = async (...args: Parameters<typeof object.take>) => {
      calls += 1;
      const answer = await object.take(...args);
      granted += answer.granted;
      return answer;
    };
    const bindings = strictEnv({ RATE_LIMITER: { getByName: () => ({ take }) } });
    const report = (json: unknown) =>
      ask("/api/tracking/conversions", { method: "POST", key: merchant.apiKey, json, env: bindings });
    const first = await report(order());
    expect([first.status, first.headers.get("X-RateLimit-Limit")]).toEqual([201, "1000"]);
    for (let count = 0; count < 150; count++) await report({});
    expect(calls).toBeLessThan(15);
    expect(granted).toBeLessThan(151 + 64);
  });
});
