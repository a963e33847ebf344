import net from "node:net";
import { afterAll, expect, test } from "vitest";
import { conversion } from "../../schemas/conversions.ts";
import { freePort } from "../../scripts/ports.ts";
import { commandOf } from "../../scripts/processes.ts";
import { readRunFile } from "../../scripts/run-file.ts";
import { forget, getJson, newPlace, postJson, serve, start, stop, until } from "./served.ts";

const place = await newPlace();
afterAll(() => forget(place));

test("serves the page, the API and the redirect on one port, and stops cleanly", async () => {
  const served = await serve(place);
  const { demo } = served;
  expect(demo.baseUrl).toBe(`http://localhost:${place.port}`);
  expect((await fetch(`${demo.baseUrl}/health`)).status).toBe(200);
  expect(await (await fetch(demo.baseUrl)).text()).toContain("ShareYourSales");
  const redirect = await fetch(demo.links[0]?.url ?? "", { redirect: "manual" });
  expect(redirect.status).toBe(302);
  expect(served.output()).toContain(demo.links[0]?.url);
  expect(await stop(served)).toBe(0);
  expect(readRunFile(place.stateDir)).toBeUndefined();
});

test("keeps the data at the second start, and follows another port", async () => {
  const first = await serve(place);
  const order = { orderId: "kept", amountMinor: 45_000, currency: "MAD", payment: "cod" };
  const placed = await postJson(`${first.demo.baseUrl}/api/tracking/conversions`, first.demo.merchant.apiKey, order);
  expect(placed.status).toBe(201);
  await stop(first);
  const moved = { ...place, port: await freePort() };
  const second = await serve(moved);
  const here = `http://localhost:${moved.port}`;
  const address = `${second.demo.baseUrl}/api/tracking/conversions/kept`;
  expect((await getJson(address, conversion, first.demo.merchant.apiKey)).amountMinor).toBe(45_000);
  expect(second.demo).toEqual({
    ...first.demo,
    baseUrl: here,
    links: first.demo.links.map((link) => ({ ...link, url: `${here}/r/${link.slug}` })),
    connectors: first.demo.connectors.map((one) => ({
      ...one,
      webhookUrl: one.webhookUrl.replace(/^.*?\/api/, `${here}/api`),
    })),
  });
  await stop(second);
});

test("names PORT when the port is taken", async () => {
  const other = net.createServer().listen(place.port, "127.0.0.1");
  const refused = start(place);
  expect(await refused.exited).toBe(1);
  expect(refused.output()).toContain(`Port ${place.port} is taken`);
  expect(refused.output()).toContain("PORT");
  await new Promise((resolve) => other.close(resolve));
});

test("refuses a state that a living server has open, and says which", async () => {
  const served = await serve(place);
  const refused = start({ ...place, port: await freePort() });
  expect(await refused.exited).toBe(1);
  expect(refused.output()).toContain(`process ${served.run.nodePid} on port ${place.port}`);
  await stop(served);
});

test("ends the runtime that a killed server left behind, and takes its port", async () => {
  const killed = await serve(place);
  process.kill(killed.run.nodePid, "SIGKILL");
  await killed.exited;
  const orphan = killed.run.workerdPid ?? 0;
  expect(commandOf(orphan)).toContain("workerd");
  const served = await serve(place);
  expect(await until(async () => commandOf(orphan) === undefined, 2000)).toBe(true);
  expect((await fetch(`${served.demo.baseUrl}/health`)).status).toBe(200);
  await stop(served);
});
