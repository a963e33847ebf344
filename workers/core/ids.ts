import type { IdPrefix } from "../../schemas/ids.ts";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** 26 characters of Crockford base32 for 16 bytes, as the TypeID specification 0.3 writes a UUID. */
export function typeIdSuffix(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let suffix = "";
  for (let index = 0; index < 26; index++) {
    suffix = ALPHABET.charAt(Number(value & 31n)) + suffix;
    value >>= 5n;
  }
  return suffix;
}

/**
 * A new TypeID: prefix, underscore, base32 of a UUIDv7 (RFC 9562, section 5.7), so ids sort by time of creation.
 * @param nowMs UTC epoch milliseconds, @param randomBytes 10 random bytes
 */
export function newId<P extends IdPrefix>(prefix: P, nowMs: number, randomBytes: Uint8Array): `${P}_${string}` {
  const bytes = new Uint8Array(16);
  let time = nowMs;
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(randomBytes.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return `${prefix}_${typeIdSuffix(bytes)}`;
}
