import type { LinkEntry } from "../core/link-entry.ts";
import type { Device } from "./classify-visitor.ts";

export const CLICK_PARAMETER = "sys_click";
const VALUE_MAX = 200;
const FORWARDED = /^(?:utm_[a-z_]{1,30}|sub[1-5])$/;

/** Where the link leads on the device, or null when that is no web address. */
export function targetOf(entry: LinkEntry, device: Device): string | null {
  const target = entry.rules[device] ?? entry.target;
  return /^https?:\/\//i.test(target) ? target : null;
}

/** The visitor's own parameters that may travel on: utm_* and sub1 to sub5, shortened. null when there are none. */
export function forwardedParameters(search: string): Record<string, string> | null {
  if (search.length < 2) return null;
  let forwarded: Record<string, string> | null = null;
  for (const [name, value] of new URLSearchParams(search)) {
    if (!FORWARDED.test(name) || value === "") continue;
    forwarded ??= {};
    forwarded[name] ??= value.slice(0, VALUE_MAX);
  }
  return forwarded;
}

// The same link is clicked thousands of times: its address with its own parameters is put together once per entry.
const ownAddresses = new WeakMap<LinkEntry, Map<string, string>>();

/** The target with the link's own parameters (they win), the visitor's forwarded ones, and the click token last. */
export function destinationOf(
  entry: LinkEntry,
  target: string,
  forwarded: Readonly<Record<string, string>> | null,
  token: string | null,
): string {
  const address =
    forwarded === null ? ownAddress(entry, target) : addressWith(target, { ...forwarded, ...entry.params });
  if (token === null) return address;
  const hash = address.indexOf("#");
  const [head, tail] = hash === -1 ? [address, ""] : [address.slice(0, hash), address.slice(hash)];
  return `${head}${head.includes("?") ? "&" : "?"}${CLICK_PARAMETER}=${token}${tail}`;
}

function ownAddress(entry: LinkEntry, target: string): string {
  const addresses = ownAddresses.get(entry) ?? new Map<string, string>();
  ownAddresses.set(entry, addresses);
  const address = addresses.get(target) ?? addressWith(target, entry.params);
  addresses.set(target, address);
  return address;
}

function addressWith(target: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(target);
  url.searchParams.delete(CLICK_PARAMETER);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
