import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";

const localSecrets = z.object({
  CLICK_KEYS: z.string().min(1),
  HASH_KEY: z.string().min(1),
  ENCRYPTION_KEYS: z.string().min(1),
  JWT_SECRET: z.string().min(1),
});
export type LocalSecrets = z.infer<typeof localSecrets>;

const secretsFile = z.record(z.string(), z.string());

const random = () => randomBytes(32).toString("base64url");

/** The secrets of this state: random, made once, readable by their owner only. */
export async function readLocalSecrets(stateDir: string): Promise<LocalSecrets> {
  const file = path.join(stateDir, "secrets.json");
  await mkdir(stateDir, { recursive: true });
  const made = {
    CLICK_KEYS: `1:${random()}`,
    HASH_KEY: random(),
    ENCRYPTION_KEYS: `1:${random()}`,
    JWT_SECRET: `1:${random()}`,
  };
  await writeFile(file, JSON.stringify(made, null, 2), { mode: 0o600, flag: "wx" }).catch(unlessExists);
  // A state of before may lack a secret that came later.
  const kept = { ...made, ...secretsFile.parse(JSON.parse(await readFile(file, "utf8"))) };
  await writeFile(file, JSON.stringify(kept, null, 2), { mode: 0o600 });
  return localSecrets.parse(kept);
}

function unlessExists(failure: NodeJS.ErrnoException): void {
  if (failure.code !== "EEXIST") throw failure;
}
