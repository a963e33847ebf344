import * as z from "zod";
import { Unavailable } from "../../core/errors.ts";

const TIMEOUT_MS = 5_000;
const NO_SUCH_NAME = 3;

/** Types of records, by their numbers. */
export const RECORD_TYPES = { A: 1, TXT: 16, AAAA: 28 } as const;
export type RecordType = keyof typeof RECORD_TYPES;

// DNS over HTTPS in JSON, as developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json describes.
const reply = z.object({
  Status: z.int(),
  Answer: z.array(z.object({ type: z.int(), data: z.string() })).default([]),
});

/**
 * The name's records of the type, as the resolver writes them; none where there is no such name.
 * @throws Unavailable `server.unavailable` when the resolver does not answer
 */
export async function askResolver(resolverUrl: string, name: string, type: RecordType): Promise<string[]> {
  const url = new URL(resolverUrl);
  url.searchParams.set("name", name);
  url.searchParams.set("type", type);
  const { Status, Answer } = await ask(url);
  if (Status !== 0 && Status !== NO_SUCH_NAME) throw new Unavailable("server.unavailable");
  return Answer.filter((record) => record.type === RECORD_TYPES[type]).map(({ data }) => data);
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
