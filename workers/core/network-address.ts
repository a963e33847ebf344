/** An address or a network of them: `bits` has 32 or 128 digits of which the first `prefix` count. */
export interface Network {
  readonly family: 4 | 6;
  readonly bits: bigint;
  readonly prefix: number;
}

const MAPPED_V4 = 0xffffn;
const SITE_BITS = 64;

/** Reads `196.200.1.7`, `2001:db8::1` or either with `/prefix`; undefined for anything else. Bits past the prefix are cut. */
export function parseNetwork(text: string): Network | undefined {
  const [address = "", prefixText, ...rest] = text.trim().split("/");
  if (rest.length > 0 || (prefixText !== undefined && !/^\d{1,3}$/.test(prefixText))) return undefined;
  const read = address.includes(":") ? readV6(address) : readV4(address);
  if (!read) return undefined;
  const width = widthOf(read.family);
  const mapped = read.family === 4 && address.includes(":") ? 96 : 0;
  const prefix = prefixText === undefined ? width : Number(prefixText) - mapped;
  if (prefix < 0 || prefix > width) return undefined;
  return { family: read.family, bits: cut(read.bits, width, prefix), prefix };
}

/** Whether the network holds the address. Families never match each other, but an IPv4 address written as IPv6 is IPv4. */
export function holds(network: Network, address: Network): boolean {
  if (network.family !== address.family || address.prefix < network.prefix) return false;
  return cut(address.bits, widthOf(network.family), network.prefix) === network.bits;
}

/** The network as people write it, `196.200.0.0/16`, IPv6 without shortening zeros within groups. */
export function networkText({ family, bits, prefix }: Network): string {
  if (family === 4) return `${groups(bits, 4, 8).join(".")}/${prefix}`;
  return `${groups(bits, 8, 16)
    .map((group) => group.toString(16))
    .join(":")}/${prefix}`;
}

/** What one client is counted by: the IPv4 address, or the /64 that one IPv6 household has. Undefined for no address. */
export function networkOf(address: string): string | undefined {
  const read = address.includes("/") ? undefined : parseNetwork(address);
  if (!read) return undefined;
  if (read.family === 4) return groups(read.bits, 4, 8).join(".");
  return networkText({ family: 6, bits: cut(read.bits, 128, SITE_BITS), prefix: SITE_BITS });
}

function readV4(text: string): Omit<Network, "prefix"> | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) {
    return undefined;
  }
  return { family: 4, bits: joined(parts.map(Number), 8n) };
}

function readV6(text: string): Omit<Network, "prefix"> | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const v4 = tail ? readV4(tail[2] ?? "") : undefined;
  if (tail && !v4) return undefined;
  const inHex = v4 ? `${tail?.[1]}${(v4.bits >> 16n).toString(16)}:${(v4.bits & MAPPED_V4).toString(16)}` : text;
  const halves = inHex.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], end = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - end.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const words = [...head, ...Array.from({ length: missing }, () => "0"), ...end];
  if (!words.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return undefined;
  const bits = joined(
    words.map((word) => Number.parseInt(word, 16)),
    16n,
  );
  return bits >> 32n === MAPPED_V4 ? { family: 4, bits: bits & 0xffff_ffffn } : { family: 6, bits };
}

const widthOf = (family: 4 | 6) => (family === 4 ? 32 : 128);

const joined = (parts: readonly number[], width: bigint) =>
  parts.reduce((bits, part) => (bits << width) | BigInt(part), 0n);

const cut = (bits: bigint, width: number, prefix: number) => (bits >> BigInt(width - prefix)) << BigInt(width - prefix);

function groups(bits: bigint, count: number, width: number): number[] {
  return Array.from({ length: count }, (_, index) =>
    Number((bits >> BigInt((count - 1 - index) * width)) & ((1n << BigInt(width)) - 1n)),
  );
}
