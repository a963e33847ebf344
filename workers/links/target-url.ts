import type { LinkEntry } from "../core/link-entry.ts";
import type { Device } from "./classify-visitor.ts";

export const CLICK_PARAMETER = "sys_click";
const VALUE_MAX = 200;
const FORWARDED = /^(?:utm_[a-z0-9_]{1,30}|sub[1-5])$/;
// Most visitors bring nothing, or only what the app they come from added: that is not worth parsing.
const MAY_FORWARD = /[?&](?:utm_|sub[1-5]=)/;
const FORWARDED_MAX = 20;
const KEPT_CHARACTERS_MAX = 600;

/** A target ready to be sent: its own query as the merchant wrote it, then the link's own parameters. */
export interface Target {
  /** Everything before the fragment. */
  readonly head: string;
  readonly fragment: string;
  /** Parameters the visitor cannot bring, because the link or the merchant's address has them. */
  readonly names: ReadonlySet<string>;
}

// The same link is clicked thousands of times: its addresses are put together once per entry.
const prepared = new WeakMap<LinkEntry, Map<string, Target | null>>();

/** Where the link leads on the device, or null when that is no web address. */
export function targetOf(entry: LinkEntry, device: Device): Target | null {
  const address = entry.rules[device] ?? entry.target;
  const targets = prepared.get(entry) ?? new Map<string, Target | null>();
  prepared.set(entry, targets);
  const known = targets.get(address);
  if (known !== undefined) return known;
  const target = targetWith(address, entry.params);
  targets.set(address, target);
  return target;
}

/** The visitor's own parameters that may travel on: utm_* and sub1 to sub5, shortened. null when there are none. */
export function forwardedParameters(search: string): ReadonlyMap<string, string> | null {
  if (!MAY_FORWARD.test(search)) return null;
  const forwarded = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    if (!FORWARDED.test(name) || value === "" || forwarded.has(name)) continue;
    forwarded.set(name, value.slice(0, VALUE_MAX).toWellFormed());
    if (forwarded.size === FORWARDED_MAX) break;
  }
  return forwarded.size === 0 ? null : forwarded;
}

/** The forwarded parameters as a click keeps them: as many, in their order, as its 600 characters of JSON hold. */
export function keptParameters(forwarded: ReadonlyMap<string, string> | null): string | null {
  let kept: string | null = null;
  for (const [name, value] of forwarded ?? []) {
    const longer: string = `${kept === null ? "{" : `${kept.slice(0, -1)},`}"${name}":${JSON.stringify(value)}}`;
    if (longer.length <= KEPT_CHARACTERS_MAX) kept = longer;
  }
  return kept;
}

/** The target with the visitor's forwarded parameters, where nobody else has set them, and the click token last. */
export function destinationOf(
  { head, fragment, names }: Target,
  forwarded: ReadonlyMap<string, string> | null,
  token: string | null,
): string {
  let address = head;
  for (const [name, value] of forwarded ?? []) if (!names.has(name)) address = withParameter(address, name, value);
  return `${token === null ? address : withParameter(address, CLICK_PARAMETER, token)}${fragment}`;
}

function withParameter(address: string, name: string, value: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(value)}`;
}

// The merchant's query is cut at its ampersands and never decoded: `?flag` and `?q=a%20b` stay what they are.
function targetWith(address: string, params: LinkEntry["params"]): Target | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const { hash, search } = url;
  const kept = search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && nameOf(pair) !== CLICK_PARAMETER && !Object.hasOwn(params, nameOf(pair)));
  url.search = "";
  url.hash = "";
  let head = kept.length === 0 ? url.href : `${url.href}?${kept.join("&")}`;
  for (const [name, value] of Object.entries(params)) head = withParameter(head, name, value.toWellFormed());
  return { head, fragment: hash, names: new Set([...kept.map(nameOf), ...Object.keys(params)]) };
}

function nameOf(pair: string): string {
  return new URLSearchParams(pair).keys().next().value ?? "";
}
