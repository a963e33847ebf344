import { fromBase64Url, toBase64Url } from "../core/base64url.ts";
import { equalInConstantTime } from "../core/digest.ts";
import { type MacKey, tagText } from "../core/mac.ts";

const RANDOM_BYTES = 32;

/**
 * A signed double-submit token: 32 random bytes, and a tag that binds them to the session (OWASP CSRF Prevention Cheat
 * Sheet, "Signed Double-Submit Cookie"), so that a cookie planted from a sister domain is worth nothing.
 */
export function mintCsrfToken(key: MacKey, sessionId: string, random: Uint8Array): string {
  const text = toBase64Url(random);
  return `${text}.${toBase64Url(tagText(key, `${sessionId}.${text}`))}`;
}

/** Whether header and cookie carry the same token, and it is this session's. */
export function isCsrfTokenOf(
  key: MacKey,
  sessionId: string,
  cookie: string | undefined,
  header: string | undefined,
): boolean {
  if (!cookie || !header || cookie !== header) return false;
  const [text = "", tagCharacters = ""] = header.split(".");
  const [random, tag] = [fromBase64Url(text), fromBase64Url(tagCharacters)];
  if (random?.length !== RANDOM_BYTES || !tag) return false;
  return equalInConstantTime(tag, tagText(key, `${sessionId}.${text}`));
}
