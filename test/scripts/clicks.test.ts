import { afterAll, expect, test } from "vitest";
import { link as linkShape } from "../../schemas/links.ts";
import agents from "../data/user-agents.json" with { type: "json" };
import { seededPlace } from "./seeded-place.ts";
import { forget, getJson, serve, stop, until } from "./served.ts";

const CLICKS = 5000;
const AT_ONCE = 50;
const place = await seededPlace();
afterAll(() => forget(place));

test("counts exactly the human ones of 5,000 clicks", async () => {
  const served = await serve(place);
  const { baseUrl, links, influencer } = served.demo;
  const address = `${baseUrl}/api/affiliates/links/${links[0]?.id}`;
  const read = async () => (await getJson(address, linkShape, influencer.apiKey)).stats;
  const before = await read();
  const sent = { human: 0, bot: 0, preview: 0, prefetch: 0 };
  let next = 0;
  const visitor = async () => {
    while (next < CLICKS) {
      const agent = agents[next++ % agents.length];
      if (!agent) continue;
      const headers = { ...agent.headers, "User-Agent": agent.ua };
      const response = await fetch(`${baseUrl}/r/${links[0]?.slug}`, { headers, redirect: "manual" });
      await response.arrayBuffer();
      if (agent.class in sent) sent[classOf(agent.class)] += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  const total = ({ clicks, botClicks, previewClicks, prefetchClicks }: typeof before) =>
    clicks + botClicks + previewClicks + prefetchClicks;
  await until(async () => total(await read()) >= total(before) + CLICKS, 20_000);
  const after = await read();
  expect({
    human: after.clicks - before.clicks,
    bot: after.botClicks - before.botClicks,
    preview: after.previewClicks - before.previewClicks,
    prefetch: after.prefetchClicks - before.prefetchClicks,
  }).toEqual(sent);
  await stop(served);
});

function classOf(text: string): "human" | "bot" | "preview" | "prefetch" {
  if (text === "bot" || text === "preview" || text === "prefetch") return text;
  return "human";
}
