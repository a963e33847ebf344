import { fetchOnce } from "./fetch-public.ts";
import { isPublicUrl } from "./public-url.ts";

const LIMITS = { timeoutMs: 5_000, bytesMax: 1024 * 1024 } as const;

/**
 * The text of a user's page, at most the first 1 MB, within 5 seconds, redirects not followed. undefined when there is no such
 * page, or when it is not one that may be asked for.
 */
export async function readPage(url: string): Promise<string | undefined> {
  if (!isPublicUrl(url)) return undefined;
  const fetched = await fetchOnce(url, { headers: { Accept: "text/html" } }, LIMITS);
  if (typeof fetched === "string" || fetched.status < 200 || fetched.status > 299) return undefined;
  return new TextDecoder().decode(fetched.body);
}
