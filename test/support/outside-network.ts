import { beforeAll, beforeEach, vi } from "vitest";

type Answer = (request: Request) => Response | Promise<Response>;

/** The world outside: what is not set here cannot be reached. */
export interface OutsideNetwork {
  /** TXT records of a name, as Cloudflare's resolver answers them in JSON. */
  txt(name: string, ...records: string[]): void;
  /** IPv4 and IPv6 addresses of a name. */
  addresses(name: string, ...addresses: string[]): void;
  resolverIsDown(): void;
  /** A page at the address, or at the address with any query. */
  page(url: string, answer: Answer): void;
  /** Every address that was asked for. */
  readonly asked: string[];
}

// A resolver answers a record as quoted pieces of at most 255 characters; here always of two.
const inPieces = (record: string) =>
  [record.slice(0, 12), record.slice(12)].map((piece) => JSON.stringify(piece)).join(" ");

/** Replaces the global fetch of a file, for good: what a queue still carries when a test has ended finds no network either. */
export function outsideNetwork(): OutsideNetwork {
  const pages = new Map<string, Answer>();
  const records = new Map<string, readonly string[]>();
  const addresses = new Map<string, readonly string[]>();
  const asked: string[] = [];
  let isResolverDown = false;
  beforeEach(() => {
    pages.clear();
    records.clear();
    addresses.clear();
    asked.length = 0;
    isResolverDown = false;
  });
  beforeAll(() => {
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      asked.push(url.href);
      if (url.pathname === "/dns-query") return resolve(url);
      const answer = pages.get(url.href) ?? pages.get(`${url.origin}${url.pathname}`);
      if (!answer) throw new TypeError("network unreachable");
      return answer(new Request(input, init));
    });
  });

  const resolve = (url: URL) => {
    if (isResolverDown) return new Response("", { status: 502 });
    const name = url.searchParams.get("name") ?? "";
    const type = url.searchParams.get("type");
    if (type !== "TXT") return resolveAddress(name, type === "AAAA" ? 28 : 1);
    const found = records.get(name);
    const answers = found?.map((data) => ({ name: "n", type: 16, TTL: 300, data: inPieces(data) }));
    return Response.json(found ? { Status: 0, Answer: answers } : { Status: 3 });
  };
  const resolveAddress = (name: string, type: 1 | 28) => {
    const found = addresses.get(name);
    const answers = found
      ?.filter((address) => address.includes(":") === (type === 28))
      .map((data) => ({ name, type, TTL: 300, data }));
    return Response.json(answers ? { Status: 0, Answer: answers } : { Status: 3 });
  };
  return {
    txt: (name, ...texts) => void records.set(name, texts),
    addresses: (name, ...found) => void addresses.set(name, found),
    resolverIsDown: () => {
      isResolverDown = true;
    },
    page: (url, answer) => void pages.set(url, answer),
    asked,
  };
}
