import { networkOf } from "../core/network-address.ts";

const WINDOW_MS = 60_000;
const UNKNOWN_MAX = 60;
const ADDRESSES_MAX = 5_000;

interface Count {
  unknown: number;
  readonly until: number;
}

const counts = new Map<string, Count>();

/**
 * Whether the address has asked this isolate for more unknown slugs in a minute than people mistype. It is still led to every
 * link that exists: a whole town may share one address.
 */
export function isScanning(address: string | null, nowMs: number): boolean {
  const count = counts.get(clientOf(address));
  return count !== undefined && count.until > nowMs && count.unknown >= UNKNOWN_MAX;
}

/** Counts one more unknown slug of the address. */
export function noteUnknown(address: string | null, nowMs: number): void {
  const client = clientOf(address);
  if (client === "") return;
  const known = counts.get(client);
  if (known && known.until > nowMs) {
    known.unknown += 1;
    return;
  }
  if (counts.size >= ADDRESSES_MAX) counts.clear();
  counts.set(client, { unknown: 1, until: nowMs + WINDOW_MS });
}

const clientOf = (address: string | null) => networkOf(address ?? "") ?? "";
