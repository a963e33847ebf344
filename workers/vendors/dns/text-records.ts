import { askResolver } from "./ask-resolver.ts";

/** Answers a name's TXT records, each as one text. @throws Unavailable `server.unavailable` when the resolver does not answer */
export type FindTextRecords = (name: string) => Promise<readonly string[]>;

/** Asks a resolver by its address, such as https://cloudflare-dns.com/dns-query. */
export function textRecordsFrom(resolverUrl: string): FindTextRecords {
  return async (name) => (await askResolver(resolverUrl, name, "TXT")).map(unquoted);
}

// A long record comes as several quoted pieces that belong together: "abc" "def".
function unquoted(data: string): string {
  const pieces = [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, piece = ""]) => piece.replace(/\\(.)/g, "$1"));
  return pieces.length > 0 ? pieces.join("") : data;
}

const LOCAL_PREFIX = "local-dns:";

/** A developer's own records, kept in KV under the name: no resolver needed. */
export function localTextRecords(kv: KVNamespace): FindTextRecords {
  return async (name) => {
    const text = await kv.get(`${LOCAL_PREFIX}${name}`);
    return text === null ? [] : [text];
  };
}

export const localRecordKey = (name: string) => `${LOCAL_PREFIX}${name}`;
