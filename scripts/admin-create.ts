import path from "node:path";
import { Miniflare } from "miniflare";
import * as z from "zod";
import { Conflict } from "../workers/core/errors.ts";
import { createOwner } from "../workers/modules/auth/create-owner.ts";
import { createContext } from "../workers/platform/context.ts";
import type { Env } from "../workers/platform/env.ts";
import { build } from "./build.ts";
import { readLocalSecrets } from "./local-secrets.ts";
import { migrate } from "./migrate.ts";
import { freePort } from "./ports.ts";
import { claimState, releaseState } from "./run-file.ts";
import { runtimeOptions } from "./runtime-options.ts";
import { PLATFORM, Refusal, runCommand, stateDirOf } from "./settings.ts";

/** `npm run admin:create -- EMAIL`: an owner in this state, with a password and a TOTP secret that are printed once. */
async function createAdmin(email: string | undefined): Promise<void> {
  if (!z.email().safeParse(email).success || email === undefined)
    throw new Refusal("Say whose: npm run admin:create -- you@example.ma");
  await build();
  const stateDir = stateDirOf(process.env);
  const port = await freePort();
  await claimState(stateDir, port);
  const secrets = await readLocalSecrets(stateDir);
  const storageDir = path.join(stateDir, "state/v3");
  const mf = new Miniflare(
    runtimeOptions({ port, storageDir, secrets, baseUrl: `http://localhost:${port}`, onLog: () => undefined }),
  );
  try {
    const env = await mf.getBindings<Env>(PLATFORM);
    await migrate(env);
    const ctx = createContext(env, () => undefined, { actor: { role: "system", job: "admin:create" } });
    const owner = await createOwner(ctx, email);
    console.log(
      `Owner ${email} (${owner.id})\n  password     ${owner.password}\n  TOTP secret  ${owner.totpSecret}\nShown this once: put the secret into an authenticator now.`,
    );
  } catch (failure) {
    throw failure instanceof Conflict ? new Refusal(`There is an account with the e-mail ${email} already.`) : failure;
  } finally {
    await mf.dispose();
    releaseState(stateDir);
  }
}

await runCommand(async () => {
  await createAdmin(process.argv[2]);
  process.exit(0);
});
