import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "./build.ts";
import { type DemoFile, readDemoFile } from "./demo-file.ts";
import {
  checkBalances,
  clickLink,
  commissionReaches,
  countClicks,
  deliverOrder,
  orderByCoupon,
  placeOrder,
  REFUND_MINOR,
  readBalances,
  readClicks,
  readLedger,
  refundPart,
  refuseBadInput,
  reversed,
  type Story,
  sendForgedToken,
} from "./demo-steps.ts";
import { Walk } from "./demo-walk.ts";
import { freePort } from "./ports.ts";
import { findRunning } from "./run-file.ts";
import { startServer } from "./server.ts";
import { Refusal, runCommand, stateDirOf } from "./settings.ts";

const NOTHING = { commission: 0, fee: 0, vat: 0 };

/** The main job end to end: click, redirect, order, commission, balance. */
async function walkMainJob(demo: DemoFile): Promise<Walk> {
  const link = demo.links[0];
  if (!link) throw new Refusal("demo.json names no link");
  const story: Story = { walk: new Walk(demo.baseUrl), demo, link, run: Date.now().toString(36) };
  const { walk } = story;
  const clicks = await readClicks(story);
  walk.step("Balances before");
  const before = await readBalances(story);
  const token = await clickLink(story);
  const { placed, money } = await placeOrder(story, token);
  walk.step("Balances with the forecast");
  checkBalances(story, before, await readBalances(story), NOTHING, money);
  await deliverOrder(story);
  walk.step("The commission is earned");
  await commissionReaches(story, placed.commission?.id ?? "none", 0);
  checkBalances(story, before, await readBalances(story), money, NOTHING);
  await refundPart(story);
  const back = reversed(money, REFUND_MINOR);
  await commissionReaches(story, placed.commission?.id ?? "none", back.commission);
  const left = { commission: money.commission - back.commission, fee: money.fee - back.fee, vat: money.vat - back.vat };
  checkBalances(story, before, await readBalances(story), left, NOTHING);
  await sendForgedToken(story, token);
  await orderByCoupon(story);
  await refuseBadInput(story);
  await countClicks(story, clicks);
  await readLedger(story, money, placed.commission?.id ?? "none");
  return walk;
}

/** The server that runs on this state, or one of its own on a state that is thrown away. */
async function withServer<T>(work: (demo: DemoFile) => Promise<T>): Promise<T> {
  const stateDir = stateDirOf(process.env);
  const known = findRunning(stateDir) ? await readDemoFile(stateDir) : undefined;
  if (known) {
    console.log(`Walking the server on ${known.baseUrl}`);
    return work(known);
  }
  console.log("No server runs: starting one on a state of its own.");
  await build();
  const ownState = await mkdtemp(path.join(tmpdir(), "shareyoursales-demo-"));
  const server = await startServer({ port: await freePort(), stateDir: ownState });
  try {
    return await work(server.demo);
  } finally {
    await server.stop();
    await rm(ownState, { recursive: true, force: true });
  }
}

await runCommand(async () => {
  const { wrong, checked } = await withServer(walkMainJob);
  console.log(wrong === 0 ? `\nAll ${checked} checks are right.` : `\n${wrong} of ${checked} checks are wrong.`);
  process.exit(wrong === 0 ? 0 : 1);
});
