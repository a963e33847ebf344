import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { ClicksMessage } from "../../schemas/events.ts";
import { isHostingNetwork } from "../../workers/core/hosting-networks.ts";
import worker from "../../workers/links/index.ts";
import { plainClicksOf } from "../support/click-messages.ts";
import { ADDRESS, CRAWLER, DESKTOP, publish, tokenOf } from "./links-world.ts";

/** One hit out of the network. */
async function visitFrom(asn: number, agent: string) {
  const { slug } = await publish();
  const messages: ClicksMessage[] = [];
  const queue = new Proxy(env.CLICKS_QUEUE, {
    get: () => async (message: ClicksMessage) => void messages.push(message),
  });
  const executionCtx = createExecutionContext();
  const request = new Request<unknown, IncomingRequestCfProperties>(`https://s.example/${slug}`, {
    headers: { "User-Agent": agent, "CF-Connecting-IP": ADDRESS },
  });
  Object.defineProperty(request, "cf", { value: { asn } });
  const response = await worker.fetch(request, { ...env, CLICKS_QUEUE: queue }, executionCtx);
  await waitOnExecutionContext(executionCtx);
  return { token: tokenOf(response), click: plainClicksOf(messages)[0] };
}

describe("a click out of a hosting company's network", () => {
  it("counts and carries its token like any person's, and says where it came from", async () => {
    const { token, click } = await visitFrom(16_509, DESKTOP);
    expect(token).not.toBeNull();
    expect(click).toMatchObject({ class: "human", reason: "network.hosting" });
  });

  it("of a crawler stays a crawler's", async () => {
    expect((await visitFrom(16_509, CRAWLER)).click).toMatchObject({ class: "bot", reason: "agent.bot" });
  });

  it("is not one out of an access network, or of a relay that people browse through", async () => {
    expect((await visitFrom(36_903, DESKTOP)).click).toMatchObject({ class: "human", reason: null });
    expect([13_335, 36_183, 54_113, 15_169, undefined, "16509"].filter(isHostingNetwork)).toEqual([]);
  });
});
