import { fromBase64Url } from "../core/base64url.ts";
import { type ClickKeys, importClickKeys } from "../core/click-token.ts";
import { importJwtKeys, type JwtKeys } from "../core/jwt-keys.ts";
import { type MacKey, macKey, tagText } from "../core/mac.ts";
import { importSealKeys, type SealKeys } from "../core/seal.ts";
import type { Config } from "./config.ts";

export interface Secrets {
  readonly clickKeys: ClickKeys;
  readonly hashKey: MacKey;
  readonly sealKeys: SealKeys;
  readonly jwtKeys: JwtKeys;
  /** Binds the anti-forgery token to its session. */
  readonly csrfKey: MacKey;
}

/** Imports the keys of the configuration; called once per isolate. */
export async function importSecrets(config: Config): Promise<Secrets> {
  const hashSecret = fromBase64Url(config.HASH_KEY);
  if (!hashSecret) throw new Error("HASH_KEY: is not base64url");
  const sealKeys = await importSealKeys(config.ENCRYPTION_KEYS);
  const hashKey = macKey(hashSecret);
  return {
    clickKeys: importClickKeys(config.CLICK_KEYS),
    hashKey,
    sealKeys,
    jwtKeys: importJwtKeys(config.JWT_SECRET),
    csrfKey: macKey(tagText(hashKey, "csrf")),
  };
}
