import { afterAll, expect, test } from "vitest";
import { link as linkShape } from "../../schemas/links.ts";
import { seededPlace } from "./seeded-place.ts";
import { forget, getJson, serve, stop } from "./served.ts";

const PERSON = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:156.0) Gecko/20100101 Firefox/156.0";
const REMEMBERED_MS = 10_000;
const place = await seededPlace();
afterAll(() => forget(place));

test("shows a change to the next visitor within ten seconds, and to nobody else's link; prints its code as PNG", async () => {
  const served = await serve(place);
  const { baseUrl, links, influencer } = served.demo;
  const [changed, other] = links;
  const visit = (slug = "") =>
    fetch(`${baseUrl}/r/${slug}`, { headers: { "User-Agent": PERSON, "Accept-Language": "fr" }, redirect: "manual" });
  const address = `${baseUrl}/api/affiliates/links/${changed?.id}`;
  const headers = { Authorization: `Bearer ${influencer.apiKey}`, "Content-Type": "application/json" };
  expect([(await visit(changed?.slug)).status, (await visit(other?.slug)).status]).toEqual([302, 302]);
  const paused = await fetch(address, { method: "PATCH", headers, body: JSON.stringify({ state: "paused" }) });
  const changedAt = Date.now();
  expect([paused.status, (await getJson(address, linkShape, influencer.apiKey)).state]).toEqual([200, "paused"]);
  while ((await visit(changed?.slug)).status === 302 && Date.now() < changedAt + 2 * REMEMBERED_MS)
    await new Promise((resolve) => setTimeout(resolve, 250));
  expect(Date.now() - changedAt).toBeLessThan(REMEMBERED_MS + 1_000);
  const ended = await visit(changed?.slug);
  expect([ended.status, (await ended.text()).includes("Cette offre est terminée")]).toEqual([410, true]);
  expect((await visit(other?.slug)).status).toBe(302);
  const code = await fetch(`${address}/qr?format=png&sizePx=256`, { headers });
  const bytes = new Uint8Array(await code.arrayBuffer());
  expect([code.status, code.headers.get("Content-Type"), ...bytes.subarray(1, 4)]).toEqual([
    200,
    "image/png",
    80,
    78,
    71,
  ]);
  await stop(served);
});
