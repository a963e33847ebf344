import { holds, type Network, parseNetwork } from "../../core/network-address.ts";

// Networks that are not the public internet: IANA's special-purpose registries for IPv4 and IPv6, and Azure's metadata address.
const RESERVED = networks(
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24",
  "192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 168.63.129.16",
  // Within 2000::/3: Teredo and its neighbours, documentation, 6to4 (which carries any IPv4 address).
  "2001::/23 2001:db8::/32 2002::/16 3fff::/20",
);
const GLOBAL_V6 = networks("2000::/3");

/** Whether an address that a name resolved to is one of the public internet. What is no address is not. */
export function isPublicAddress(text: string): boolean {
  const address = text.includes("/") ? undefined : parseNetwork(text);
  if (!address) return false;
  const isGlobal = address.family === 4 || GLOBAL_V6.some((network) => holds(network, address));
  return isGlobal && !RESERVED.some((network) => holds(network, address));
}

function networks(...lists: readonly string[]): Network[] {
  return lists
    .flatMap((list) => list.split(" "))
    .flatMap((text) => {
      const network = parseNetwork(text);
      return network ? [network] : [];
    });
}
