import { build } from "./build.ts";
import { type Server, startServer } from "./server.ts";
import { readSettings, runCommand } from "./settings.ts";
import { whatToTry } from "./what-to-try.ts";

/** `npm start`: builds, migrates, seeds if empty, serves until Ctrl-C. */
async function start(): Promise<void> {
  const settings = await readSettings(process.env);
  await build();
  const server = await startServer(settings);
  stopOnSignal(server);
  console.log(whatToTry(server.demo));
}

// Miniflare's own listeners end the process at once, with clicks still in its queue. Npm passes on the signal that the
// terminal has sent already: only the first one counts. A killed npm passes on nothing, so its end is a signal too.
function stopOnSignal(server: Server): void {
  let isStopping = false;
  const stopOnce = () => {
    if (!isStopping) void stop(server);
    isStopping = true;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.removeAllListeners(signal);
    process.on(signal, stopOnce);
  }
  const npm = process.env.npm_lifecycle_event ? process.ppid : undefined;
  if (npm !== undefined) setInterval(() => process.ppid === npm || stopOnce(), 200);
}

async function stop(server: Server): Promise<void> {
  console.log("\nStopping: what was clicked is being written down.");
  await server.stop();
  process.exit(0);
}

await runCommand(start);
