import { fromBase64Url } from "../core/base64url.ts";
import { type ClickKeys, importClickKeys } from "../core/click-token.ts";
import { type MacKey, macKey } from "../core/mac.ts";
import type { LinksEnv } from "./env.ts";

export interface LinkSecrets {
  readonly clickKeys: ClickKeys;
  /** The key from which each day's visitor key is derived. */
  readonly hashKey: MacKey;
}

let imported: LinkSecrets | undefined;

/** The isolate's keys. Throws an Error that names the secret at fault, never its value. */
export function secretsOf(env: LinksEnv): LinkSecrets {
  imported ??= importSecrets(env);
  return imported;
}

function importSecrets(env: LinksEnv): LinkSecrets {
  const secret = fromBase64Url(env.HASH_KEY ?? "");
  if (secret?.length !== 32) throw new Error("HASH_KEY: is not 32 bytes base64url");
  return { clickKeys: importClickKeys(env.CLICK_KEYS ?? ""), hashKey: macKey(secret) };
}
