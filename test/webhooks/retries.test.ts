import { env } from "cloudflare:workers";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { EndpointWithSecret, WebhookDelivery } from "../../schemas/webhooks.ts";
import { forgetOldRows } from "../../workers/crons/forget-old-rows.ts";
import { openMail } from "../../workers/modules/mail/open-mail.ts";
import { getMail } from "../../workers/modules/mail/queries.ts";
import { nextAttemptOn, WAITS_MS } from "../../workers/modules/webhooks/rules.ts";
import { consumeWebhooks } from "../../workers/queues/webhooks.ts";
import { outsideNetwork } from "../support/outside-network.ts";
import { addProgramme, call } from "../support/world.ts";
import { addHook, change, deliveriesOf, endpointRow, type Hook, later, sendDue, spread } from "./hook-world.ts";

const network = outsideNetwork();
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const down = () => new Response("busy", { status: 503 });

async function hooked(answer?: (request: Request) => Response | Promise<Response>) {
  const programme = await addProgramme();
  const hook = await addHook(network, programme.merchant);
  if (answer) hook.answerWith(answer);
  return { programme, hook };
}

const patch = (hook: Hook, json: unknown) =>
  call<EndpointWithSecret>("PATCH", `/api/webhooks/endpoints/${hook.id}`, { key: hook.owner.apiKey, json });
const first = async (hook: Hook) => (await deliveriesOf(hook))[0];

/** Lets the server fail until there is nothing left to try, and says when each attempt was made. */
async function failToTheEnd(hook: Hook): Promise<number[]> {
  const begin = Date.now();
  const instants = [0];
  await spread();
  for (;;) {
    const delivery = await first(hook);
    if (!delivery?.nextAttemptAt) return instants;
    const afterMs = Date.parse(delivery.nextAttemptAt) - begin;
    instants.push(afterMs);
    await sendDue(later(afterMs + 20));
  }
}

describe("a delivery that does not arrive", () => {
  it("is tried again after 5 s, 30 s, 2 min … over a day, then given up", async () => {
    const { programme, hook } = await hooked(down);
    await change(programme);
    const instants = await failToTheEnd(hook);
    const waits = instants.slice(1).map((at, index) => at - (instants[index] ?? 0));
    expect(waits).toHaveLength(WAITS_MS.length);
    for (const [index, waitMs] of WAITS_MS.entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(waitMs);
      expect(waits[index]).toBeLessThan(waitMs * 1.1 + 5_000);
    }
    expect(instants.at(-1)).toBeGreaterThan(DAY_MS);
    expect(await first(hook)).toMatchObject({
      state: "failed",
      attempts: WAITS_MS.length + 1,
      lastStatus: 503,
      lastError: "bad_status",
      nextAttemptAt: null,
    });
  });

  it("keeps its id and its body from the first attempt to the last, and is signed anew", async () => {
    const { programme, hook } = await hooked(down);
    await change(programme);
    await failToTheEnd(hook);
    const of = (header: string) => new Set(hook.received.map(({ headers }) => headers.get(header)));
    expect([of("webhook-id").size, new Set(hook.received.map(({ text }) => text)).size]).toEqual([1, 1]);
    expect(of("webhook-timestamp").size).toBeGreaterThan(WAITS_MS.length - 1);
  });

  it("arrives when the server is back", async () => {
    const { programme, hook } = await hooked(down);
    await change(programme);
    await spread();
    hook.answerWith(() => new Response(null, { status: 204 }));
    await sendDue(later(MINUTE_MS));
    expect(await first(hook)).toMatchObject({ state: "delivered", attempts: 2, lastStatus: 204, lastError: null });
    expect(await endpointRow(hook.id)).toMatchObject({ failing_since: null, last_success_at: expect.any(Number) });
  });

  it("is named to the queue again at once for the first attempts", async () => {
    const { programme } = await hooked(down);
    await change(programme);
    const ctx = later();
    await spread(ctx);
    expect(ctx.nudges.filter((nudge) => nudge.kind === "webhook.due")).toContainEqual(
      expect.objectContaining({ deliveryIds: [expect.any(String)], delaySeconds: expect.any(Number) }),
    );
  });

  it("never comes earlier than its wait and at most a tenth later", () => {
    for (const [index, waitMs] of WAITS_MS.entries()) {
      const delivery = { event: "request.created", roundAttempts: index + 1 } as const;
      expect([nextAttemptOn(delivery, 0, 0), nextAttemptOn(delivery, 0, 1)]).toEqual([waitMs, waitMs + waitMs / 10]);
    }
    expect(nextAttemptOn({ event: "request.created", roundAttempts: WAITS_MS.length + 1 }, 0, 0)).toBeNull();
  });
});

describe("what the log says of a server", () => {
  const LOCATION = { Location: "https://metadata.internal/latest" };
  it.each<[string, (request: Request) => Response | Promise<Response>, Partial<WebhookDelivery>]>([
    ["that redirects", () => new Response(null, { status: 302, headers: LOCATION }), { lastError: "redirect" }],
    ["that is not there", () => Promise.reject(new TypeError("refused")), { lastError: "unreachable" }],
    ["that answers no 2xx", () => new Response("no", { status: 400 }), { lastError: "bad_status", lastStatus: 400 }],
  ])("%s: its error, and the delivery waits", async (_name, answer, said) => {
    const { programme, hook } = await hooked(answer);
    await change(programme);
    await spread();
    expect(await first(hook)).toMatchObject({ state: "waiting", attempts: 1, lastStatus: null, ...said });
    expect(hook.received).toHaveLength(1);
    expect(network.asked.filter((url) => url.includes("metadata"))).toEqual([]);
  });

  it("that is slow: a timeout after 10 seconds", async () => {
    const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation((afterMs) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), afterMs / 500);
      return controller.signal;
    });
    onTestFinished(() => void timeout.mockRestore());
    const hang = (request: Request) =>
      new Promise<Response>((_, reject) => request.signal.addEventListener("abort", () => reject(new Error("late"))));
    const { programme, hook } = await hooked(hang);
    await change(programme);
    await spread();
    expect(await first(hook)).toMatchObject({ state: "waiting", lastStatus: null, lastError: "timeout" });
    expect(timeout).toHaveBeenCalledWith(10_000);
  });

  it("that answers without an end: delivered, and no more than a little of it is read", async () => {
    let sent = 0;
    const endless = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            sent++;
            controller.enqueue(new Uint8Array(1024));
          },
        }),
      );
    const { programme, hook } = await hooked(endless);
    await change(programme);
    await spread();
    expect(await first(hook)).toMatchObject({ state: "delivered" });
    expect(sent).toBeLessThan(20);
  });
});

describe("an endpoint that has failed for a day", () => {
  const mailOf = async (userId: string) => {
    const row = await env.CORE_DB.prepare("SELECT id FROM mails WHERE user_id = ? AND template = 'webhook_paused'")
      .bind(userId)
      .all<{ id: string }>();
    return Promise.all(row.results.map(async ({ id }) => openMail(later(), await getMail(later(), id))));
  };

  it("is paused, once, and its owner is told by mail and in the app", async () => {
    const { programme, hook } = await hooked(down);
    await change(programme);
    await failToTheEnd(hook);
    expect(await endpointRow(hook.id)).toMatchObject({ state: "paused", paused_by: "failures" });
    const [mail, ...more] = await mailOf(programme.merchant.id);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(`/settings/webhooks/${hook.id}`);
    expect(mail?.text).toContain(new URL(hook.url).host);
    const told = await env.CORE_DB.prepare("SELECT kind FROM notifications WHERE user_id = ?")
      .bind(programme.merchant.id)
      .all();
    expect(told.results).toEqual([{ kind: "webhook.paused" }]);
    const audited = await env.CORE_DB.prepare(
      "SELECT count(*) AS rows FROM audit_log WHERE action = 'endpoint.paused' AND subject_id = ?",
    )
      .bind(hook.id)
      .first<{ rows: number }>();
    expect(audited?.rows).toBe(1);
  });

  it("is not paused while anything arrives", async () => {
    const { programme, hook } = await hooked(down);
    await change(programme);
    await spread();
    hook.answerWith(() => new Response("ok"));
    await change(programme);
    await spread();
    hook.answerWith(down);
    await sendDue(later(MINUTE_MS));
    await sendDue(later(DAY_MS - MINUTE_MS));
    expect(await endpointRow(hook.id)).toMatchObject({ state: "active" });
  });

  it("is paused at once by 410, whatever else it answered before", async () => {
    const { programme, hook } = await hooked(() => new Response(null, { status: 410 }));
    await change(programme);
    await spread();
    expect(await endpointRow(hook.id)).toMatchObject({ state: "paused", paused_by: "failures" });
    expect(await mailOf(programme.merchant.id)).toHaveLength(1);
  });

  it("keeps what happens while it is paused, and sends it when its owner resumes", async () => {
    const { programme, hook } = await hooked(() => new Response(null, { status: 410 }));
    await change(programme);
    await spread();
    await change(programme);
    await spread(later(3 * DAY_MS));
    expect(hook.received).toHaveLength(1);
    hook.answerWith(() => new Response("back"));
    expect((await patch(hook, { state: "active" })).body).toMatchObject({ state: "active", pausedBy: null });
    await sendDue();
    expect((await deliveriesOf(hook)).map(({ state }) => state)).toEqual(["delivered", "delivered"]);
  });

  it("holds what waits when its owner pauses it, an attempt under way included", async () => {
    const { programme, hook } = await hooked(async () => {
      await patch(hook, { state: "paused" });
      return down();
    });
    await change(programme);
    await spread();
    expect(await first(hook)).toMatchObject({ state: "waiting", attempts: 1, nextAttemptAt: null });
    await sendDue(later(DAY_MS));
    expect(hook.received).toHaveLength(1);
  });
});

describe("the queue and the rows", () => {
  it("takes a batch, acknowledges it, and gives back what it cannot read", async () => {
    const { programme, hook } = await hooked();
    await change(programme);
    await spread({
      ...later(),
      vendors: { ...later().vendors, postJson: () => Promise.reject(new Error("broken")) },
    }).catch(() => {});
    const delivery = await first(hook);
    const seen: string[] = [];
    const message = (body: unknown) => ({
      id: "m",
      body,
      attempts: 1,
      ack: () => void seen.push("ack"),
      retry: () => void seen.push("retry"),
    });
    const batch = [message({ kind: "webhook.due", deliveryIds: [delivery?.id] }), message({ kind: "?" })];
    await consumeWebhooks(later(3 * MINUTE_MS), { queue: "webhooks", messages: batch } as unknown as MessageBatch);
    expect(seen.sort()).toEqual(["ack", "retry"]);
    expect(await first(hook)).toMatchObject({ state: "delivered", attempts: 2 });
  });

  it("forgets after 30 days what was sent, and endpoints that are gone", async () => {
    const { programme, hook } = await hooked();
    await change(programme);
    await spread();
    await call("DELETE", `/api/webhooks/endpoints/${hook.id}`, { key: hook.owner.apiKey });
    await forgetOldRows(later(29 * DAY_MS));
    expect(await endpointRow(hook.id)).toMatchObject({ secret_sealed: null });
    await forgetOldRows(later(31 * DAY_MS));
    expect(await endpointRow(hook.id)).toBeNull();
    const left = await env.CORE_DB.prepare("SELECT count(*) AS rows FROM webhook_deliveries WHERE endpoint_id = ?")
      .bind(hook.id)
      .first<{ rows: number }>();
    expect(left?.rows).toBe(0);
  });
});
