import { createWriteStream } from "node:fs";
import { stat, truncate } from "node:fs/promises";
import path from "node:path";
import type { LogLine } from "./runtime-options.ts";

const KEPT_BYTES = 20_000_000;

/** Keeps what the Workers log in `server.log`; errors are shown on the terminal too. */
export async function openServerLog(stateDir: string): Promise<{ write(line: LogLine): void; close(): Promise<void> }> {
  const file = path.join(stateDir, "server.log");
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > KEPT_BYTES) await truncate(file);
  const stream = createWriteStream(file, { flags: "a" });
  return {
    write({ level, message }) {
      stream.write(`${message}\n`);
      if (level === "error" || message.includes('"level":"error"')) console.error(message);
    },
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
}
