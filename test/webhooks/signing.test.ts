import { env } from "cloudflare:workers";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import type { EndpointWithSecret } from "../../schemas/webhooks.ts";
import { outsideNetwork } from "../support/outside-network.ts";
import { addProgramme, addUser, call } from "../support/world.ts";
import { addHook, change, endpointRow, type Hook, later, type Received, sendDue, spread } from "./hook-world.ts";

const network = outsideNetwork();
const HOUR_MS = 3_600_000;

const test = (hook: Hook) =>
  call("POST", `/api/webhooks/endpoints/${hook.id}/test`, { key: hook.owner.apiKey, json: {} });
const rotate = async (hook: Hook) =>
  (
    await call<EndpointWithSecret>("PATCH", `/api/webhooks/endpoints/${hook.id}`, {
      key: hook.owner.apiKey,
      json: { rotateSecret: true },
    })
  ).body;
const verifies = (secret: string | null, { text, headers }: Received) => {
  try {
    new Webhook(secret ?? "").verify(text, Object.fromEntries(headers));
    return true;
  } catch {
    return false;
  }
};

describe("what is sent", () => {
  it("is proven by the standardwebhooks package with the secret, and by no other", async () => {
    const [hook, other] = [
      await addHook(network, await addUser("merchant")),
      await addHook(network, await addUser("influencer")),
    ];
    await test(hook);
    await sendDue();
    const [received] = hook.received;
    if (!received) throw new Error("nothing came");
    expect(verifies(hook.secret, received)).toBe(true);
    expect(verifies(other.secret, received)).toBe(false);
    expect(verifies(hook.secret, { ...received, text: received.text.replace("webhook.test", "webhook.tost") })).toBe(
      false,
    );
  });

  it("carries id, time and signature, and says who sends it", async () => {
    const hook = await addHook(network, await addUser("merchant"));
    await test(hook);
    await sendDue();
    const headers = Object.fromEntries(hook.received[0]?.headers ?? []);
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": "ShareYourSales-Webhooks/1",
      "webhook-id": expect.stringMatching(/^whd_/),
      "webhook-timestamp": expect.stringMatching(/^\d{10}$/),
      "webhook-signature": expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/),
    });
  });

  it("is signed by two secrets for 24 hours after a rotation, then by the new one alone", async () => {
    const programme = await addProgramme();
    const hook = await addHook(network, programme.merchant);
    const rotated = await rotate(hook);
    expect(rotated).toMatchObject({ secret: expect.stringMatching(/^whsec_/), oldSecretUntil: expect.any(String) });
    await change(programme);
    await spread();
    const [both] = hook.received;
    if (!both) throw new Error("nothing came");
    expect(both.headers.get("webhook-signature")?.split(" ")).toHaveLength(2);
    expect([verifies(hook.secret, both), verifies(rotated.secret, both)]).toEqual([true, true]);

    await change(programme);
    await spread(later(25 * HOUR_MS));
    expect(hook.received[1]?.headers.get("webhook-signature")?.split(" ")).toHaveLength(1);
  });

  it("keeps secrets sealed, and none in the audit, the outbox, a list or a kept answer", async () => {
    const owner = await addUser("merchant");
    const hook = await addHook(network, owner);
    const { secret } = await rotate(hook);
    for (const told of [hook.secret, secret]) {
      expect(JSON.stringify(await endpointRow(hook.id))).not.toContain(told);
      for (const table of ["audit_log", "outbox", "idempotency_keys", "webhook_deliveries"]) {
        const { results } = await env.CORE_DB.prepare(`SELECT * FROM ${table}`).all();
        expect(JSON.stringify(results)).not.toContain(told);
      }
      const read = await call("GET", `/api/webhooks/endpoints/${hook.id}`, { key: owner.apiKey });
      expect(JSON.stringify(read.body)).not.toContain("whsec_");
    }
  });
});
