import { spawn } from "node:child_process";
import path from "node:path";
import { ROOT, toolEnvironment } from "./settings.ts";

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const PASSED: Counts = { passed: 0, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

/** `npm test [-- FILES]`: lint, types, build, every test; what is not a test counts as one failure when it fails. */
async function testEverything(files: readonly string[]): Promise<Counts> {
  const lint = await check("Lint and format", "biome", ["check"]);
  const types = await check("Types", "tsc", ["-b"]);
  const built = await check("Build", "node", [path.join(ROOT, "scripts/build.ts")]);
  const tests = built === FAILED ? PASSED : await runTests(files);
  const counts = [lint, types, built, tests];
  const sum = (name: keyof Counts) => counts.reduce((total, count) => total + count[name], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

async function check(name: string, tool: string, args: readonly string[]): Promise<Counts> {
  const { code } = await run(tool, args);
  console.log(`${name}: ${code === 0 ? "right" : "WRONG"}`);
  return code === 0 ? PASSED : FAILED;
}

// The counts are what our reporter says (test/support/count-reporter.ts); tests that end without them have failed.
async function runTests(files: readonly string[]): Promise<Counts> {
  const { code, output } = await run("vitest", ["run", ...files]);
  const said = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (!said) return FAILED;
  const [passed, failed, skipped] = said.slice(1).map((count) => Number(count ?? 0));
  return { passed: passed ?? 0, failed: failed || (code === 0 ? 0 : 1), skipped: skipped ?? 0 };
}

/** Runs a tool of node_modules; what it prints is shown as it comes, and answered. */
function run(tool: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const env = { ...toolEnvironment(), ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}) };
  const command = path.join(ROOT, "node_modules/.bin", tool);
  const child = spawn(command, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

const { passed, failed, skipped } = await testEverything(process.argv.slice(2));
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed === 0 ? 0 : 1);
