import { isPublicUrl } from "./public-url.ts";

const TIMEOUT_MS = 5_000;
const PAGE_MAX_BYTES = 1024 * 1024;

/**
 * The one door for every URL a user gave: the text of its page, at most the first 1 MB, within 5 seconds, redirects not followed.
 * undefined when there is no such page, or when it is not one that may be asked for.
 */
export async function readPage(url: string): Promise<string | undefined> {
  if (!isPublicUrl(url)) return undefined;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, { redirect: "manual", signal, headers: { Accept: "text/html" } });
    if (!response.ok || !response.body) return undefined;
    return new TextDecoder().decode(await firstBytes(response.body));
  } catch {
    return undefined;
  }
}

async function firstBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = body.getReader();
  const bytes = new Uint8Array(PAGE_MAX_BYTES);
  let length = 0;
  while (length < PAGE_MAX_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, PAGE_MAX_BYTES - length);
    bytes.set(part, length);
    length += part.length;
  }
  await reader.cancel().catch(() => undefined);
  return bytes.subarray(0, length);
}
