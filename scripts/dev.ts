import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "./build.ts";
import { startCronClock } from "./cron-clock.ts";
import { readLocalSecrets } from "./local-secrets.ts";
import { freePort } from "./ports.ts";
import { claimState, releaseState } from "./run-file.ts";
import { prepareOnly } from "./server.ts";
import {
  CONFIG_OF,
  LINKS,
  PLATFORM,
  ROOT,
  readSettings,
  runCommand,
  type Settings,
  toolEnvironment,
} from "./settings.ts";
import { whatToTry } from "./what-to-try.ts";

/** `npm run dev`: Vite on PORT, and behind it both Workers under `wrangler dev`; both reload what is edited. */
async function dev(): Promise<void> {
  const settings = await readSettings(process.env);
  await claimState(settings.stateDir, settings.port);
  await build();
  const demo = await prepareOnly(settings);
  await writeDevVars(settings.stateDir);
  const workersPort = await freePort();
  const children = [startWrangler(settings, workersPort), startVite(settings.port, workersPort)];
  startCronClock((cron) =>
    fetch(`http://127.0.0.1:${workersPort}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(cron)}`),
  );
  endTogether(settings, children);
  console.log(whatToTry(demo));
}

// Wrangler reads secrets from a file beside each configuration. One that is there was written by a person: kept.
async function writeDevVars(stateDir: string): Promise<void> {
  const secrets = Object.entries(await readLocalSecrets(stateDir));
  const text = secrets.map(([name, value]) => `${name}=${value}\n`).join("");
  for (const config of Object.values(CONFIG_OF)) {
    await writeFile(path.join(path.dirname(config), ".dev.vars"), text, { flag: "wx", mode: 0o600 }).catch(() => {});
  }
}

function startWrangler({ stateDir, port }: Settings, workersPort: number): ChildProcess {
  const configs = [CONFIG_OF[PLATFORM], CONFIG_OF[LINKS]].flatMap((config) => ["-c", config]);
  const baseUrl = `http://localhost:${port}`;
  const vars = ["--var", `APP_URL:${baseUrl}`, "--var", `LINKS_URL:${baseUrl}/r`];
  const place = ["--ip", "127.0.0.1", "--port", String(workersPort), "--persist-to", path.join(stateDir, "state")];
  return run("wrangler", ["dev", ...configs, ...place, ...vars, "--show-interactive-dev-session=false"], {});
}

function startVite(port: number, workersPort: number): ChildProcess {
  return run("vite", ["--port", String(port)], { WORKERS_PORT: String(workersPort) });
}

function run(tool: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const command = path.join(ROOT, "node_modules/.bin", tool);
  return spawn(command, args, {
    cwd: ROOT,
    env: { ...toolEnvironment(), ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/** One that ends takes the other with it; the command ends when both are gone. */
function endTogether({ stateDir }: Settings, children: readonly ChildProcess[]): void {
  const endAll = () => {
    for (const child of children) child.kill("SIGTERM");
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.removeAllListeners(signal);
    process.on(signal, endAll);
  }
  for (const child of children) child.once("exit", endAll);
  const gone = children.map((child) => new Promise((resolve) => child.once("exit", resolve)));
  void Promise.all(gone).then(() => {
    releaseState(stateDir);
    process.exit(0);
  });
}

await runCommand(dev);
