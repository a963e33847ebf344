import { spawn } from "node:child_process";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { forget, newPlace, serve, stop } from "./served.ts";

const place = await newPlace();
afterAll(() => forget(place));

async function runDemo(stateDir: string): Promise<{ code: number | null; output: string }> {
  const script = path.join(import.meta.dirname, "../../scripts/demo.ts");
  const env = { ...process.env, STATE_DIR: stateDir };
  const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output };
}

test("walks the main job on a server of its own when none runs", async () => {
  const { code, output } = await runDemo(place.stateDir);
  expect(output).toContain("starting one on a state of its own");
  expect(code, output).toBe(0);
});

test("walks the running server, twice", async () => {
  const served = await serve(place);
  for (let round = 0; round < 2; round++) {
    const { code, output } = await runDemo(place.stateDir);
    expect(output).toContain(`Walking the server on ${served.demo.baseUrl}`);
    expect(code, output).toBe(0);
  }
  await stop(served);
});
