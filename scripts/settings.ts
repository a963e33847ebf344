import path from "node:path";
import { freePort } from "./ports.ts";

export const ROOT = path.join(import.meta.dirname, "..");
export const BUILD_DIR = path.join(ROOT, "build");
export const PLATFORM = "shareyoursales-platform";
export const LINKS = "shareyoursales-links";
export const SEED = "shareyoursales-seed";
export const CONFIG_OF = {
  [PLATFORM]: path.join(ROOT, "wrangler.toml"),
  [LINKS]: path.join(ROOT, "workers/links/wrangler.toml"),
  [SEED]: path.join(ROOT, "scripts/seed/wrangler.toml"),
} as const;

// Wrangler and its parts tell nobody how they are used, and ask nobody for a newer version.
process.env.WRANGLER_SEND_METRICS = "false";
process.env.WRANGLER_HIDE_BANNER = "true";
process.env.DO_NOT_TRACK = "1";
process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";

/** For the tools of node_modules: they and the Node they ask for are found first, however this process was started. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${path.join(ROOT, "node_modules/.bin")}${path.delimiter}${process.env.PATH}` };
}

export interface Settings {
  readonly port: number;
  readonly stateDir: string;
  /** RATE_LIMIT_FACTOR: limits are this many times those of production; 1 unless tests and benches say otherwise. */
  readonly rateLimitFactor?: number;
}

/** A fault of the person who runs a command: told in one line, without a stack. */
export class Refusal extends Error {}

/** Reads PORT (default 8787; 0 takes a free one), STATE_DIR (default `.wrangler`) and RATE_LIMIT_FACTOR (default 1). */
export async function readSettings(env: NodeJS.ProcessEnv): Promise<Settings> {
  const port = Number(env.PORT || 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Refusal(`PORT is not a port number: ${env.PORT}`);
  const rateLimitFactor = Number(env.RATE_LIMIT_FACTOR || 1);
  return { port: port === 0 ? await freePort() : port, stateDir: stateDirOf(env), rateLimitFactor };
}

export function stateDirOf(env: NodeJS.ProcessEnv): string {
  return path.resolve(ROOT, env.STATE_DIR || ".wrangler");
}

/** Runs a command's main function: a refusal prints its line, anything else its stack; both exit with 1. */
export async function runCommand(main: () => Promise<unknown>): Promise<void> {
  try {
    await main();
  } catch (failure) {
    console.error(failure instanceof Refusal ? failure.message : failure);
    process.exit(1);
  }
}
