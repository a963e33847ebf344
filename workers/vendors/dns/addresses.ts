import { askResolver } from "./ask-resolver.ts";

/** Answers the IPv4 and IPv6 addresses a name leads to. @throws Unavailable `server.unavailable` when the resolver does not answer */
export type FindAddresses = (name: string) => Promise<readonly string[]>;

/** Asks a resolver by its address, such as https://cloudflare-dns.com/dns-query. */
export function addressesFrom(resolverUrl: string): FindAddresses {
  return async (name) => {
    const found = await Promise.all([askResolver(resolverUrl, name, "A"), askResolver(resolverUrl, name, "AAAA")]);
    return found.flat();
  };
}

/** Without a resolver no name leads anywhere: development speaks to servers of its own machine. */
export const noAddresses: FindAddresses = async () => [];
