import { fromBase64Url } from "../core/base64url.ts";
import { type ClickKeys, importClickKeys } from "../core/click-token.ts";
import { hmacKey } from "../core/digest.ts";
import type { LinksEnv } from "./env.ts";

export interface LinkSecrets {
  readonly clickKeys: ClickKeys;
  /** The key from which each day's visitor key is derived. */
  readonly hashKey: CryptoKey;
}

// The keys themselves are kept, not a promise of them: a promise dies with the request that made it, and whoever waits
// for it hangs.
let imported: LinkSecrets | undefined;

/** The isolate's keys. Throws an Error that names the secret at fault, never its value. */
export async function secretsOf(env: LinksEnv): Promise<LinkSecrets> {
  imported ??= await importSecrets(env);
  return imported;
}

async function importSecrets(env: LinksEnv): Promise<LinkSecrets> {
  const secret = fromBase64Url(env.HASH_KEY ?? "");
  if (secret?.length !== 32) throw new Error("HASH_KEY: is not 32 bytes base64url");
  return { clickKeys: await importClickKeys(env.CLICK_KEYS ?? ""), hashKey: await hmacKey(secret) };
}
