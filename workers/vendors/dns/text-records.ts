import * as z from "zod";
import { Unavailable } from "../../core/errors.ts";

const TIMEOUT_MS = 5_000;
const TXT = 16;
const NO_SUCH_NAME = 3;

// DNS over HTTPS in JSON, as developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json describes.
const reply = z.object({
  Status: z.int(),
  Answer: z.array(z.object({ type: z.int(), data: z.string() })).default([]),
});

/** Answers a name's TXT records, each as one text. @throws Unavailable `server.unavailable` when the resolver does not answer */
export type FindTextRecords = (name: string) => Promise<readonly string[]>;

/** Asks a resolver by its address, such as https://cloudflare-dns.com/dns-query. */
export function textRecordsFrom(resolverUrl: string): FindTextRecords {
  return async (name) => {
    const url = new URL(resolverUrl);
    url.searchParams.set("name", name);
    url.searchParams.set("type", "TXT");
    const parsed = await ask(url);
    if (parsed.Status !== 0 && parsed.Status !== NO_SUCH_NAME) throw new Unavailable("server.unavailable");
    return parsed.Answer.filter(({ type }) => type === TXT).map(({ data }) => unquoted(data));
  };
}

async function ask(url: URL): Promise<z.infer<typeof reply>> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { redirect: "manual", signal, headers: { Accept: "application/dns-json" } });
    if (!response.ok) throw new Error(`the resolver answered ${response.status}`);
    return reply.parse(await response.json());
  } catch {
    throw new Unavailable("server.unavailable");
  }
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
