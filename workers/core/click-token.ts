import { fromBase64Url, toBase64Url } from "./base64url.ts";
import { equalInConstantTime } from "./digest.ts";
import { type MacKey, macKey } from "./mac.ts";

// 27 bytes: key id 1, link number 5, Unix seconds 5, random 6, tag 10; 36 characters of base64url without padding.
const SIGNED_BYTES = 17;
const TAG_BYTES = 10;
const TOKEN_CHARACTERS = 36;
const DAY_MS = 86_400_000;
export const RETIRED_KEY_DAYS = 91;

interface ClickKey {
  readonly id: number;
  readonly key: MacKey;
  readonly retiredAt: number | undefined;
}

export interface ClickKeys {
  readonly current: ClickKey;
  readonly all: readonly ClickKey[];
}

export type ClickTokenFault = "token_malformed" | "token_unknown_key" | "token_forged";
export type VerifiedClick =
  | { readonly ok: true; readonly linkNumber: number; readonly clickedAt: number; readonly nonce: number }
  | { readonly ok: false; readonly reason: ClickTokenFault };

/**
 * Reads CLICK_KEYS: `id:secret[:retired-on]` separated by commas, the current key first; id 0-255, secret 32 bytes
 * base64url, retired-on a day. Throws an Error that names the fault, never the value.
 */
export function importClickKeys(config: string): ClickKeys {
  const all = config.split(",").map(importClickKey);
  const current = all[0];
  if (!current || current.retiredAt !== undefined) throw new Error("CLICK_KEYS: the first key must be current");
  if (new Set(all.map(({ id }) => id)).size !== all.length) throw new Error("CLICK_KEYS: two keys have the same id");
  return { current, all };
}

function importClickKey(entry: string): ClickKey {
  const [idText = "", secretText = "", retiredOn] = entry.trim().split(":");
  const id = /^\d{1,3}$/.test(idText) ? Number(idText) : Number.NaN;
  const secret = fromBase64Url(secretText);
  const retiredAt = retiredOn === undefined ? undefined : Date.parse(retiredOn);
  if (!(id <= 255) || secret?.length !== 32)
    throw new Error("CLICK_KEYS: an entry is not id:secret of 32 bytes base64url");
  if (Number.isNaN(retiredAt)) throw new Error("CLICK_KEYS: a retirement date is not a date");
  return { id, key: macKey(secret), retiredAt };
}

/**
 * Mints the `sys_click` token of one human click.
 * @param linkNumber the link's number (5 bytes), @param nowMs UTC epoch ms, @param random 6 random bytes
 */
export function mintClickToken(keys: ClickKeys, linkNumber: number, nowMs: number, random: Uint8Array): string {
  const token = new Uint8Array(SIGNED_BYTES + TAG_BYTES);
  token[0] = keys.current.id;
  writeUint40(token, 1, linkNumber);
  writeUint40(token, 6, Math.floor(nowMs / 1000));
  token.set(random, 11);
  token.set(tagOf(keys.current.key, token.subarray(0, SIGNED_BYTES)), SIGNED_BYTES);
  return toBase64Url(token);
}

/** Verifies a token by its signature alone: no look-up. A retired key verifies for 91 days after its retirement. */
export function verifyClickToken(keys: ClickKeys, token: string, nowMs: number): VerifiedClick {
  const bytes = token.length === TOKEN_CHARACTERS ? fromBase64Url(token) : undefined;
  if (!bytes) return { ok: false, reason: "token_malformed" };
  const key = keys.all.find(({ id }) => id === bytes[0]);
  if (!key || (key.retiredAt !== undefined && nowMs > key.retiredAt + RETIRED_KEY_DAYS * DAY_MS)) {
    return { ok: false, reason: "token_unknown_key" };
  }
  const tag = tagOf(key.key, bytes.subarray(0, SIGNED_BYTES));
  if (!equalInConstantTime(tag, bytes.subarray(SIGNED_BYTES))) return { ok: false, reason: "token_forged" };
  return {
    ok: true,
    linkNumber: readUint(bytes, 1, 5),
    clickedAt: readUint(bytes, 6, 5) * 1000,
    nonce: nonceOf(bytes.subarray(11, 17)),
  };
}

/** The six random bytes of a token as one integer, the way a click's row carries them. */
export function nonceOf(random: Uint8Array): number {
  return readUint(random, 0, 6);
}

function tagOf(key: MacKey, signed: Uint8Array): Uint8Array {
  return key.tag(signed).subarray(0, TAG_BYTES);
}

function writeUint40(bytes: Uint8Array, offset: number, value: number): void {
  let rest = value;
  for (let index = offset + 4; index >= offset; index--) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

function readUint(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0;
  for (let index = offset; index < offset + length; index++) value = value * 256 + (bytes[index] ?? 0);
  return value;
}
