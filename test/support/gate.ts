import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { api } from "../../workers/platform/api.ts";
import type { Env } from "../../workers/platform/env.ts";

type Overrides = Readonly<Record<string, unknown>>;

/** The bindings of the tests with some replaced; limits are what they are in production. */
export function strictEnv(overrides: Overrides = {}): Env {
  return Object.assign({}, env, { RATE_LIMIT_FACTOR: "1" }, overrides);
}

let lastAddress = 0;

/** An address nobody used before, so that each test has its own limits. */
export function newAddress(): string {
  lastAddress += 1;
  return `198.51.${Math.floor(lastAddress / 250)}.${(lastAddress % 250) + 1}`;
}

interface Ask {
  readonly method?: string;
  readonly from?: string;
  readonly key?: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly env?: Env;
}

/** One request through the gate as it stands in production; its answer is unread, work after it is waited for. */
export async function ask(path: string, { method = "GET", from, key, json, headers, env = strictEnv() }: Ask = {}) {
  const sent = new Headers(headers);
  if (from) sent.set("CF-Connecting-IP", from);
  if (key) sent.set("Authorization", `Bearer ${key}`);
  if (json !== undefined) sent.set("Content-Type", "application/json");
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  const executionCtx = createExecutionContext();
  const request = new Request(`http://localhost:8787${path}`, { method, headers: sent, ...body });
  const response = await api.fetch(request, env, executionCtx);
  const text = await response.text();
  const answered = new Response(text === "" ? null : text, response);
  await waitOnExecutionContext(executionCtx);
  return answered;
}
