import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Endpoint, EndpointWithSecret, WebhookDelivery } from "../../schemas/webhooks.ts";
import { commit } from "../../workers/db/commit.ts";
import { happened } from "../../workers/modules/outbox/statements.ts";
import { outsideNetwork } from "../support/outside-network.ts";
import { visitorOf } from "../support/signed-in.ts";
import { addProgramme, addUser, call, type TestUser } from "../support/world.ts";
import { addHook, change, deliveriesOf, endpointRow, type Hook, later, sendDue, spread } from "./hook-world.ts";

const network = outsideNetwork();
const LOCAL = "http://localhost:3999/hook";
const create = (user: TestUser, json: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  call<EndpointWithSecret>("POST", "/api/webhooks/endpoints", {
    key: user.apiKey,
    json: { url: LOCAL, ...json },
    headers,
  });
const at = <T = Record<string, unknown>>(method: string, user: TestUser, path: string, json?: unknown) =>
  call<T>(method, `/api/webhooks/${path}`, { key: user.apiKey, json });

describe("an endpoint", () => {
  it.each(["merchant", "influencer"] as const)("is made, read, changed and taken away by a %s", async (role) => {
    const user = await addUser(role);
    const { status, body } = await create(user, {
      events: ["commission.earned", "commission.earned"],
      description: "ERP",
    });
    expect([status, body]).toMatchObject([
      201,
      { state: "active", events: ["commission.earned"], description: "ERP", secret: expect.stringMatching(/^whsec_/) },
    ]);
    expect((await at<{ data: Endpoint[] }>("GET", user, "endpoints")).body.data.map(({ id }) => id)).toEqual([body.id]);
    const changed = await at<EndpointWithSecret>("PATCH", user, `endpoints/${body.id}`, {
      events: [],
      state: "paused",
    });
    expect(changed.body).toMatchObject({
      events: [],
      state: "paused",
      pausedBy: "owner",
      secret: null,
      description: "ERP",
    });
    expect((await at("DELETE", user, `endpoints/${body.id}`)).body).toEqual({ done: true });
    expect((await at("GET", user, `endpoints/${body.id}`)).body).toMatchObject({ code: "endpoint.not_found" });
    expect(await endpointRow(body.id)).toMatchObject({ secret_sealed: null, old_secret_sealed: null });
  });

  it("leaves an audit and an outbox row for each change", async () => {
    const user = await addUser("merchant");
    const { body } = await create(user);
    await at("PATCH", user, `endpoints/${body.id}`, { description: "Stock" });
    await at("DELETE", user, `endpoints/${body.id}`);
    for (const [table, column] of [
      ["audit_log", "action"],
      ["outbox", "event"],
    ]) {
      const { results } = await env.CORE_DB.prepare(
        `SELECT ${column} AS name FROM ${table} WHERE subject_id = ? ORDER BY rowid`,
      )
        .bind(body.id)
        .all<{ name: string }>();
      expect(results.map(({ name }) => name)).toEqual(["endpoint.created", "endpoint.changed", "endpoint.removed"]);
    }
  });

  it("is the tenth at most, also when twelve are made at once", async () => {
    const user = await addUser("merchant");
    const answers = await Promise.all(Array.from({ length: 12 }, () => create(user)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect((await create(user)).body).toMatchObject({ status: 409, code: "endpoint.limit_reached" });
  });

  it("is made once for one Idempotency-Key, and the answer given again holds no secret", async () => {
    const user = await addUser("merchant");
    const key = { "Idempotency-Key": "one" };
    const [first, again] = [await create(user, {}, key), await create(user, {}, key)];
    expect(first.body.secret).toMatch(/^whsec_/);
    expect(again.body).toEqual({ ...first.body, secret: null });
  });

  it("is nobody else's: a stranger finds neither it nor its deliveries", async () => {
    const programme = await addProgramme();
    const hook = await addHook(network, programme.merchant);
    await at("POST", programme.merchant, `endpoints/${hook.id}/test`, {});
    const [delivery] = await deliveriesOf(hook);
    for (const stranger of [await addUser("merchant"), await addUser("influencer")]) {
      const answers = [
        await at("GET", stranger, `endpoints/${hook.id}`),
        await at("PATCH", stranger, `endpoints/${hook.id}`, { rotateSecret: true }),
        await at("DELETE", stranger, `endpoints/${hook.id}`),
        await at("GET", stranger, `endpoints/${hook.id}/deliveries`),
        await at("POST", stranger, `endpoints/${hook.id}/test`, {}),
        await at("POST", stranger, `deliveries/${delivery?.id}/replay`, {}),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    }
  });

  it("goes with its owner's account, its secret and what waits for it too", async () => {
    const programme = await addProgramme();
    const hook = await addHook(network, programme.merchant, { answer: () => new Response("", { status: 500 }) });
    await change(programme);
    await spread();
    const ctx = later();
    await commit(ctx, [happened(ctx, "user.deleted", programme.merchant.id)]);
    await spread();
    expect(await endpointRow(hook.id)).toMatchObject({ secret_sealed: null, removed_at: expect.any(Number) });
    await sendDue(later(60_000));
    expect(hook.received).toHaveLength(1);
  });

  it("asks keys for webhooks:write, and a browser for its CSRF token", async () => {
    const poor = await addUser("merchant", { scopes: ["conversions:read"] });
    expect((await create(poor)).body).toMatchObject({ status: 403, code: "key.scope_missing" });
    const visitor = await visitorOf((await addUser("merchant")).id);
    const send = (headers: Record<string, string>) =>
      visitor.call("POST", "/api/webhooks/endpoints", { json: { url: LOCAL }, headers });
    expect((await send({})).status).toBe(201);
    visitor.cookies.delete("__Host-csrf");
    expect((await send({})).status).toBe(403);
  });

  it.each([
    { url: 5 },
    { events: ["conversion.exploded"] },
    { url: `https://a.ma/${"x".repeat(3000)}` },
    { description: "x".repeat(200) },
  ])("refuses %o with a clear problem", async (json) => {
    expect((await create(await addUser("merchant"), json)).body).toMatchObject({
      status: 422,
      code: "request.invalid",
    });
  });
});

describe("a test", () => {
  const test = (hook: Hook) => at<WebhookDelivery>("POST", hook.owner, `endpoints/${hook.id}/test`, {});

  it("is sent at once and shown in the log with what was answered", async () => {
    const hook = await addHook(network, await addUser("merchant"));
    expect((await test(hook)).body).toMatchObject({ event: "webhook.test", state: "waiting" });
    await sendDue();
    expect(hook.types()).toEqual(["webhook.test"]);
    expect(await deliveriesOf(hook)).toMatchObject([{ state: "delivered", lastStatus: 200, subjectId: hook.id }]);
  });

  it("that fails is not tried again and pauses nothing", async () => {
    const hook = await addHook(network, await addUser("merchant"), { answer: () => new Response("", { status: 500 }) });
    await test(hook);
    await sendDue();
    expect(await deliveriesOf(hook)).toMatchObject([{ state: "failed", lastError: "bad_status", nextAttemptAt: null }]);
    expect(await endpointRow(hook.id)).toMatchObject({ state: "active", failing_since: null });
  });

  it("is refused while the endpoint is paused", async () => {
    const hook = await addHook(network, await addUser("merchant"));
    await at("PATCH", hook.owner, `endpoints/${hook.id}`, { state: "paused" });
    expect((await test(hook)).body).toMatchObject({ status: 409, code: "endpoint.paused" });
  });
});

describe("a replay", () => {
  async function delivered() {
    const programme = await addProgramme();
    const hook = await addHook(network, programme.merchant);
    await change(programme);
    await spread();
    const [delivery] = await deliveriesOf(hook);
    return { hook, id: delivery?.id ?? "" };
  }
  const replay = (hook: Hook, id: string) => at<WebhookDelivery>("POST", hook.owner, `deliveries/${id}/replay`, {});

  it("sends the same id and the same body again", async () => {
    const { hook, id } = await delivered();
    expect((await replay(hook, id)).body).toMatchObject({ id, state: "waiting" });
    await sendDue();
    const [first, second] = hook.received;
    expect(second?.text).toBe(first?.text);
    expect(second?.headers.get("webhook-id")).toBe(first?.headers.get("webhook-id"));
    expect(await deliveriesOf(hook)).toMatchObject([{ state: "delivered", attempts: 2 }]);
  });

  it("of one that fails begins its day anew", async () => {
    const { hook, id } = await delivered();
    hook.answerWith(() => new Response("", { status: 500 }));
    await replay(hook, id);
    await sendDue();
    expect(await deliveriesOf(hook)).toMatchObject([{ state: "waiting", lastError: "bad_status" }]);
  });

  it("is refused while the endpoint is paused", async () => {
    const { hook, id } = await delivered();
    await at("PATCH", hook.owner, `endpoints/${hook.id}`, { state: "paused" });
    expect((await replay(hook, id)).body).toMatchObject({ status: 409, code: "endpoint.paused" });
  });

  it("lists by state, a page at a time", async () => {
    const { hook, id } = await delivered();
    const list = (query: string) =>
      at<{ data: WebhookDelivery[]; nextCursor: string | null }>(
        "GET",
        hook.owner,
        `endpoints/${hook.id}/deliveries?${query}`,
      );
    await at("POST", hook.owner, `endpoints/${hook.id}/test`, {});
    expect((await list("state=delivered")).body.data.map((one) => one.id)).toEqual([id]);
    const page = await list("limit=1");
    expect(page.body.data.map(({ event }) => event)).toEqual(["webhook.test"]);
    expect((await list(`limit=1&cursor=${page.body.nextCursor}`)).body.data.map((one) => one.id)).toEqual([id]);
  });
});
