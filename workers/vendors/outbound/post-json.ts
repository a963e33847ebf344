import { type Door, type FetchFault, fetchPublic } from "./fetch-public.ts";

const LIMITS = { timeoutMs: 10_000, bytesMax: 1024 } as const;

export interface Posted {
  /** What the server answered, or null when it did not. */
  readonly status: number | null;
  readonly fault: FetchFault | null;
}

/** Posts a JSON body to a user's server, as it is; of the answer only the status is told. */
export type PostJson = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Posted>;

/** Posts through the door: 10 seconds, redirects not followed, no more than 1 KB of the answer read. */
export function postJsonThrough(door: Door): PostJson {
  return async (url, headers, body) => {
    const init = { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body };
    const fetched = await fetchPublic(door, url, init, LIMITS);
    return typeof fetched === "string" ? { status: null, fault: fetched } : { status: fetched.status, fault: null };
  };
}
