import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { type ClicksMessage, type ClicksRecorded, clicksMessage, clicksRecorded } from "../../schemas/events.ts";
import { captureClick, type PendingClick } from "../../workers/links/capture-click.ts";
import { plainClicksOf } from "../support/click-messages.ts";
import { ADDRESS, CRAWLER, PHONE, publish, visit } from "./links-world.ts";

const pending = (more: Partial<PendingClick> = {}): PendingClick => ({
  linkNumber: 1,
  clickedAt: Date.now(),
  nonce: 1,
  class: "human",
  reason: null,
  address: ADDRESS,
  agent: PHONE,
  device: "android",
  source: null,
  country: "MA",
  city: "Casablanca",
  referrer: null,
  params: null,
  ...more,
});

async function capture(
  clicks: readonly PendingClick[],
  queue?: Partial<Queue<ClicksMessage>>,
  files = env.FILES,
): Promise<ClicksMessage[]> {
  const messages: ClicksMessage[] = [];
  const send =
    queue?.send ??
    (async (message: ClicksMessage) => {
      messages.push(message);
      return { metadata: { metrics: { backlogBytes: 0, backlogCount: 0 } } };
    });
  const bindings = { ...env, FILES: files, CLICKS_QUEUE: new Proxy(env.CLICKS_QUEUE, { get: () => send }) };
  const executionCtx = createExecutionContext();
  for (const click of clicks) captureClick(bindings, click, (work) => executionCtx.waitUntil(work));
  await waitOnExecutionContext(executionCtx);
  return messages;
}

describe("clicks are captured", () => {
  it("many in one message", async () => {
    const messages = await capture(Array.from({ length: 500 }, (_, nonce) => pending({ nonce })));
    expect(messages).toHaveLength(1);
    expect(plainClicksOf(messages).map(({ nonce }) => nonce)).toEqual(Array.from({ length: 500 }, (_, nonce) => nonce));
  });

  it("in messages of about 100 KB, never more, whatever JSON and UTF-8 make of their texts", async () => {
    for (const text of ["x", "ش", "市", "😀", '"', "\\", "\u0001"]) {
      const wide = (nonce: number) => ({
        city: text.repeat(80 / text.length),
        referrer: "x".repeat(120),
        params: JSON.stringify({ utm_campaign: text.repeat(120 / text.length), sub1: `${nonce}` }),
      });
      const messages = await capture(Array.from({ length: 600 }, (_, nonce) => pending({ nonce, ...wide(nonce) })));
      const sizes = messages.map((message) => new TextEncoder().encode(JSON.stringify(message)).length);
      expect([text, Math.max(...sizes) <= 100_200, Math.max(...sizes) >= 80_000]).toEqual([text, true, true]);
      expect(plainClicksOf(messages)).toHaveLength(600);
    }
  });

  it("with what many have in common written once", async () => {
    const common = { city: "Casablanca", referrer: "l.instagram.com", params: '{"utm_source":"ig"}' };
    const [message] = await capture(Array.from({ length: 1_000 }, (_, nonce) => pending({ nonce, ...common })));
    expect(message).toMatchObject({ details: [["human", null, "android", null, "MA", ...Object.values(common)]] });
    expect(JSON.stringify(message).length).toBeLessThan(60_000);
  });

  it("in messages below the queue's 128 KB, whatever script their texts are in, with none lost", async () => {
    const wide = (nonce: number) => ({
      city: "الدار البيضاء ".repeat(5),
      referrer: "x".repeat(120),
      params: JSON.stringify({ utm_campaign: `${'رمضان\\"'.repeat(10)}${nonce}` }),
    });
    const messages = await capture(Array.from({ length: 3_000 }, (_, nonce) => pending({ nonce, ...wide(nonce) })));
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages)
      expect(new TextEncoder().encode(JSON.stringify(message)).length).toBeLessThan(128_000);
    expect(new Set(plainClicksOf(messages).map(({ nonce }) => nonce)).size).toBe(3_000);
    expect(new Set(messages.map((message) => (message.kind === "clicks.recorded" ? message.id : ""))).size).toBe(
      messages.length,
    );
  });

  it("as messages the consumer can read, without the address or agent of anyone", async () => {
    const link = await publish();
    const { messages } = await visit(`/${link.slug}?utm_source=ig`, {
      agent: PHONE,
      headers: { Referer: "https://user:pw@L.Instagram.com/p?x=secret" },
    });
    for (const message of messages) expect(clicksMessage.safeParse(message).error).toBeUndefined();
    expect(plainClicksOf(messages)[0]?.referrer).toBe("l.instagram.com");
    expect(JSON.stringify(messages)).not.toMatch(/105\.66|CUBOT|secret|user:pw/);
  });

  it("with a visitor who is the same within a day and another the next day", async () => {
    const noon = Date.UTC(2026, 10, 23, 12);
    const events = plainClicksOf(
      await capture([
        pending({ clickedAt: noon }),
        pending({ clickedAt: noon + 1 }),
        pending({ clickedAt: noon + 86_400_000 }),
        pending({ clickedAt: noon, address: "105.66.1.3" }),
        pending({ clickedAt: noon, agent: CRAWLER }),
      ]),
    );
    const [first, second, ...others] = events.map(({ visitor }) => visitor);
    expect(first).toBe(second);
    expect(new Set([first, ...others]).size).toBe(4);
  });

  it("into a spill file with the very message, when the queue refuses", async () => {
    const refused: ClicksMessage[] = [];
    const refuse = {
      send: async (message: ClicksMessage) => {
        refused.push(message);
        throw new Error("queue is full");
      },
    };
    await capture([pending(), pending({ nonce: 2 })], refuse);
    const { objects } = await env.FILES.list({ prefix: "spill/clicks/" });
    expect(objects).toHaveLength(1);
    const file = await env.FILES.get(objects[0]?.key ?? "");
    const kept: ClicksRecorded = clicksRecorded.parse(await file?.json());
    expect([kept]).toEqual(refused);
    expect(objects[0]?.key).toBe(`spill/clicks/${kept.id}.json`);
  });

  it("into KV when the files refuse too", async () => {
    const refuse = {
      send: async () => {
        throw new Error("queue is full");
      },
    };
    const files = new Proxy(env.FILES, { get: () => () => Promise.reject(new Error("R2 is down")) });
    await capture([pending()], refuse, files);
    const { keys } = await env.LINKS_KV.list({ prefix: "spill/clicks/" });
    expect(clicksRecorded.safeParse(await env.LINKS_KV.get(keys[0]?.name ?? "", "json")).success).toBe(true);
  });
});
