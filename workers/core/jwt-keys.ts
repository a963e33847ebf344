import { fromBase64Url } from "./base64url.ts";

export interface JwtKeys {
  /** Signs new tokens. */
  readonly currentId: string;
  readonly all: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Reads JWT_SECRET: `id:secret` separated by commas, current first; secret 32 bytes base64url. Throws without the value. */
export function importJwtKeys(config: string): JwtKeys {
  const all = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of config.split(",")) {
    const [id = "", secretText = ""] = entry.trim().split(":");
    const secret = fromBase64Url(secretText);
    if (!/^\d{1,3}$/.test(id) || secret?.length !== 32)
      throw new Error("JWT_SECRET: an entry is not id:secret of 32 bytes base64url");
    all.set(id, secret);
  }
  const [currentId = ""] = all.keys();
  return { currentId, all };
}
