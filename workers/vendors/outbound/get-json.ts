import { type Door, type FetchFault, fetchPublic } from "./fetch-public.ts";

const LIMITS = { timeoutMs: 5_000, bytesMax: 1024 * 1024 } as const;

/** Why a server's JSON could not be had: a fault of the way there, its status, or what it sent instead. */
export type JsonFault = FetchFault | `http_${number}` | "too_large" | "not_json";

/**
 * Asks a user's server for JSON, at most 1 MB, within 5 seconds, through the door. The parsed answer under `parse`, or why there
 * is none.
 */
export async function getJson(
  door: Door,
  url: string,
  headers: Readonly<Record<string, string>>,
  parse: (bytes: Uint8Array) => unknown,
): Promise<{ readonly json: unknown } | JsonFault> {
  const fetched = await fetchPublic(door, url, { headers: { ...headers, Accept: "application/json" } }, LIMITS);
  if (typeof fetched === "string") return fetched;
  if (fetched.status !== 200) return `http_${fetched.status}`;
  if (!fetched.isWhole) return "too_large";
  try {
    return { json: parse(fetched.body) };
  } catch {
    return "not_json";
  }
}
