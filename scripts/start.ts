import { build } from "./build.ts";
import { releaseState } from "./run-file.ts";
import { type Server, startServer } from "./server.ts";
import { readSettings, runCommand } from "./settings.ts";
import { whatToTry } from "./what-to-try.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const npm = process.env.npm_lifecycle_event ? process.ppid : undefined;

/** `npm start`: builds, migrates, seeds if empty, serves until Ctrl-C. */
async function start(): Promise<void> {
  const settings = await readSettings(process.env);
  onSignal(() => {
    releaseState(settings.stateDir);
    process.exit(0);
  });
  await build();
  const server = await startServer(settings);
  let isStopping = false;
  // Npm passes on the signal that the terminal has sent already: only the first one counts.
  const stopOnce = () => {
    if (!isStopping) void stop(server);
    isStopping = true;
  };
  onSignal(stopOnce);
  // A killed npm passes on nothing, so its end is a signal too.
  if (npm !== undefined) setInterval(() => process.ppid === npm || stopOnce(), 200);
  console.log(whatToTry(server.demo));
}

// Miniflare's own listeners end the process at once, with clicks still in its queue: ours replace them.
function onSignal(listener: () => void): void {
  for (const signal of SIGNALS) process.removeAllListeners(signal).on(signal, listener);
}

async function stop(server: Server): Promise<void> {
  console.log("\nStopping: what was clicked is being written down.");
  await server.stop();
  process.exit(0);
}

await runCommand(start);
