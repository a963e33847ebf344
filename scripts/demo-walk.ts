import { inspect, isDeepStrictEqual } from "node:util";
import type * as z from "zod";
import { Refusal } from "./settings.ts";

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

interface Call {
  readonly key?: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Walks through the product with real HTTP: prints every request, its answer, and whether it is as it must be. */
export class Walk {
  readonly #baseUrl: string;
  wrong = 0;
  checked = 0;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  step(title: string): void {
    console.log(`\n── ${title}`);
  }

  /** One request whose JSON answer must have this status and this shape; a wrong shape ends the walk. */
  async call<T>(method: string, path: string, status: number, shape: z.ZodType<T>, call: Call = {}): Promise<T> {
    const shown = call.json === undefined ? "" : ` ${oneLine(call.json)}`;
    console.log(`→ ${method} ${path}${shown}`);
    const response = await this.#send(method, path, call);
    const text = await response.text();
    const body: unknown = text === "" ? null : JSON.parse(text);
    console.log(`← ${response.status} ${oneLine(body)}`);
    this.check(`${method} ${path} answers`, response.status, status);
    return shape.parse(body);
  }

  /** A visit of a link, not followed. */
  async visit(path: string, userAgent: string): Promise<Response> {
    console.log(`→ GET ${path} as ${userAgent}`);
    const response = await this.#send("GET", path, {
      headers: { "User-Agent": userAgent, "Accept-Language": "fr-MA,fr;q=0.9" },
    });
    console.log(`← ${response.status} Location: ${response.headers.get("Location") ?? "none"}`);
    return response;
  }

  check(what: string, actual: unknown, expected: unknown): void {
    this.checked += 1;
    const isRight = isDeepStrictEqual(actual, expected);
    if (!isRight) this.wrong += 1;
    console.log(
      isRight
        ? `  ✓ ${what}: ${oneLine(actual)}`
        : `  ✗ ${what}: expected ${oneLine(expected)}, got ${oneLine(actual)}`,
    );
  }

  /** What takes a person a moment takes the walk one too. */
  async pause(title: string, seconds: number): Promise<void> {
    this.step(title);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }

  /** Asks again until the answer is good or ten seconds have passed; the last answer is checked by the caller. */
  async until<T>(ask: () => Promise<T>, isGood: (answer: T) => boolean): Promise<T> {
    const end = Date.now() + 10_000;
    for (;;) {
      const answer = await ask();
      if (isGood(answer) || Date.now() > end) return answer;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** A read whose printing would only repeat itself. */
  async read<T>(path: string, shape: z.ZodType<T>, key: string): Promise<T> {
    const response = await this.#send("GET", path, { key });
    if (response.status !== 200) throw new Refusal(`GET ${path} answered ${response.status} ${await response.text()}`);
    return shape.parse(await response.json());
  }

  #send(method: string, path: string, { key, json, headers }: Call): Promise<Response> {
    return fetch(`${this.#baseUrl}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
        ...(json === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  }
}

function oneLine(value: unknown): string {
  return inspect(value, { depth: 5, breakLength: 120, compact: 4, maxStringLength: 200 });
}
