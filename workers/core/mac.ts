import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { toHex } from "./digest.ts";

/** A key for HMAC-SHA-256 (RFC 2104), its schedule worked out once. */
export interface MacKey {
  tag(message: Uint8Array): Uint8Array<ArrayBuffer>;
}

/**
 * Makes a key of raw secret bytes. Its tags come without waiting: on the redirect, asking WebCrypto costs four times what
 * the hashing itself does.
 */
export function macKey(secret: Uint8Array): MacKey {
  const scheduled = hmac.create(sha256, secret);
  const scratch = scheduled.clone();
  return {
    tag(message) {
      scheduled._cloneInto(scratch);
      return new Uint8Array(scratch.update(message).digest());
    },
  };
}

const encoder = new TextEncoder();

/** HMAC-SHA-256 of the UTF-8 text, 32 bytes. */
export const tagText = (key: MacKey, text: string): Uint8Array<ArrayBuffer> => key.tag(encoder.encode(text));

/** HMAC-SHA-256 of the UTF-8 text, as 64 lower-case hex digits. */
export const tagHex = (key: MacKey, text: string): string => toHex(tagText(key, text).buffer);
