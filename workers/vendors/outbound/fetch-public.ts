import type { FindAddresses } from "../dns/addresses.ts";
import { isPublicAddress } from "./public-address.ts";
import { isLocalUrl, isPublicUrl } from "./public-url.ts";

/** What the door has to know of the world it stands in. */
export interface Door {
  readonly findAddresses: FindAddresses;
  /** Outside production: servers of this machine may be asked. */
  readonly allowsLocal: boolean;
}

export interface Limits {
  readonly timeoutMs: number;
  /** What is read of the answer at most. */
  readonly bytesMax: number;
}

export type FetchFault = "refused_address" | "redirect" | "timeout" | "unreachable";

export interface Fetched {
  readonly status: number;
  readonly body: Uint8Array;
  /** False when there was more than was read. */
  readonly isWhole: boolean;
}

/**
 * Asks a server that a user named: https, a public name that leads to public addresses alone, redirects not followed. The answer's
 * first bytes, or why there is none. Every URL of a user's passes here or through `fetchOnce`.
 */
export async function fetchPublic(
  door: Door,
  url: string,
  init: RequestInit,
  limits: Limits,
): Promise<Fetched | FetchFault> {
  const place = await placeOf(door, url).catch(() => "nowhere" as const);
  if (place === "private") return "refused_address";
  return place === "nowhere" ? "unreachable" : fetchOnce(url, init, limits);
}

/**
 * Where a user's URL leads: `private` when it may never be asked, `nowhere` when its name has no address.
 * @throws Unavailable `server.unavailable` when the resolver does not answer
 */
export async function placeOf(door: Door, url: string): Promise<"public" | "private" | "nowhere"> {
  if (door.allowsLocal && isLocalUrl(url)) return "public";
  if (!isPublicUrl(url)) return "private";
  const addresses = await door.findAddresses(new URL(url).hostname);
  if (addresses.length === 0) return "nowhere";
  return addresses.every(isPublicAddress) ? "public" : "private";
}

/** One request without following redirects, within the limits. Whether the URL may be asked has been decided before. */
export async function fetchOnce(url: string, init: RequestInit, limits: Limits): Promise<Fetched | FetchFault> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const response = await fetch(url, { ...init, redirect: "manual", signal });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return "redirect";
    }
    const read = response.body ? await firstBytes(response.body, limits.bytesMax) : NOTHING;
    return { status: response.status, ...read };
  } catch {
    return signal.aborted ? "timeout" : "unreachable";
  }
}

const NOTHING = { body: new Uint8Array(), isWhole: true } as const;

async function firstBytes(stream: ReadableStream<Uint8Array>, bytesMax: number) {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length <= bytesMax) {
    const { done, value } = await reader.read();
    if (done) return { body: joined(parts, length), isWhole: true };
    parts.push(value);
    length += value.length;
  }
  await reader.cancel().catch(() => undefined);
  return { body: joined(parts, length).subarray(0, bytesMax), isWhole: false };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
