import { describe, expect, it } from "vitest";
import { isScan } from "../../workers/core/scan-marker.ts";
import { plainClicksOf } from "../support/click-messages.ts";
import { CRAWLER, IPHONE, publish, tokenOf, visit } from "./links-world.ts";

describe("a link that is opened from a printed code", () => {
  it("leads on as ever, with a token, and its mark goes no further", async () => {
    const link = await publish();
    const { response, messages } = await visit(`/${link.slug}?q=1&utm_source=affiche`);
    const target = new URL(response.headers.get("Location") ?? "");
    expect([...target.searchParams.keys()]).toEqual(["utm_source", "sys_click"]);
    expect(tokenOf(response)).toHaveLength(36);
    expect(plainClicksOf(messages)[0]).toMatchObject({
      class: "human",
      source: "qr",
      params: '{"utm_source":"affiche"}',
    });
  });

  it("is marked whatever else is in the address, and nothing else is taken for the mark", async () => {
    for (const search of ["?q=1", "?a=b&q=1", "?q=1&fbclid=x"]) expect(isScan(search)).toBe(true);
    for (const search of ["", "?", "?q=11", "?q=", "?qq=1", "?q=2", "?x=?q=1x"]) expect(isScan(search)).toBe(false);
    const link = await publish();
    const { messages } = await visit(`/${link.slug}?q=djellaba`, { agent: IPHONE });
    expect(plainClicksOf(messages)[0]).toMatchObject({ source: "instagram", params: null });
  });

  it("by a crawler is a crawler's hit", async () => {
    const link = await publish();
    const { messages } = await visit(`/${link.slug}?q=1`, { agent: CRAWLER });
    expect(plainClicksOf(messages)[0]).toMatchObject({ class: "bot" });
  });
});
