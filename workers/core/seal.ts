import { fromBase64Url, toBase64Url } from "./base64url.ts";

const IV_BYTES = 12;

interface SealKey {
  readonly id: string;
  readonly key: CryptoKey;
}

export interface SealKeys {
  readonly current: SealKey;
  readonly all: readonly SealKey[];
}

/** Reads ENCRYPTION_KEYS: `id:secret` separated by commas, current first; secret 32 bytes base64url. */
export async function importSealKeys(config: string): Promise<SealKeys> {
  const all = await Promise.all(
    config.split(",").map(async (entry) => {
      const [id = "", secretText = ""] = entry.trim().split(":");
      const secret = fromBase64Url(secretText);
      if (!/^\d{1,3}$/.test(id) || secret?.length !== 32)
        throw new Error("ENCRYPTION_KEYS: an entry is not id:secret of 32 bytes base64url");
      return { id, key: await crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt", "decrypt"]) };
    }),
  );
  const current = all[0];
  if (!current) throw new Error("ENCRYPTION_KEYS: is empty");
  return { current, all };
}

/**
 * AES-256-GCM of the text as `keyId.iv.ciphertext`, base64url. `purpose` is authenticated with it, so that what was
 * sealed for one purpose does not open for another. @param iv 12 random bytes, never used twice
 */
export async function seal(
  keys: SealKeys,
  purpose: string,
  text: string,
  iv: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const algorithm = { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(purpose) };
  const sealed = await crypto.subtle.encrypt(algorithm, keys.current.key, new TextEncoder().encode(text));
  return `${keys.current.id}.${toBase64Url(iv)}.${toBase64Url(new Uint8Array(sealed))}`;
}

/** What `seal` hid for the same purpose. Throws an Error when the key is gone or the text was touched. */
export async function unseal(keys: SealKeys, purpose: string, sealed: string): Promise<string> {
  const [id, ivText = "", cipherText = ""] = sealed.split(".");
  const key = keys.all.find((candidate) => candidate.id === id);
  const iv = fromBase64Url(ivText);
  const bytes = fromBase64Url(cipherText);
  if (!key || iv?.length !== IV_BYTES || !bytes) throw new Error("A sealed value cannot be opened");
  const algorithm = { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(purpose) };
  return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key.key, bytes));
}

/**
 * AES-256-GCM of bytes, for files: one byte that says how long the key's id is, the id, the iv, the ciphertext. `purpose`
 * as in `seal`; name the file in it, so that one sealed file cannot stand for another. @param iv 12 random bytes, never used twice
 */
export async function sealBytes(
  keys: SealKeys,
  purpose: string,
  bytes: Uint8Array<ArrayBuffer>,
  iv: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const id = new TextEncoder().encode(keys.current.id);
  const algorithm = { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(purpose) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, keys.current.key, bytes));
  const all = new Uint8Array(1 + id.length + iv.length + sealed.length);
  all[0] = id.length;
  all.set(id, 1);
  all.set(iv, 1 + id.length);
  all.set(sealed, 1 + id.length + iv.length);
  return all;
}

/** What `sealBytes` hid for the same purpose. Throws an Error when the key is gone or the bytes were touched. */
export async function unsealBytes(
  keys: SealKeys,
  purpose: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const idEnd = 1 + (sealed[0] ?? 0);
  const id = new TextDecoder().decode(sealed.subarray(1, idEnd));
  const key = keys.all.find((candidate) => candidate.id === id);
  const iv = sealed.subarray(idEnd, idEnd + IV_BYTES);
  if (!key || iv.length !== IV_BYTES) throw new Error("A sealed file cannot be opened");
  const algorithm = { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(purpose) };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key.key, sealed.subarray(idEnd + IV_BYTES)));
}
