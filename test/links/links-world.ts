import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { ClicksMessage } from "../../schemas/events.ts";
import type { LinkEntry } from "../../workers/core/link-entry.ts";
import type { LinksEnv } from "../../workers/links/env.ts";
import worker from "../../workers/links/index.ts";

export const PHONE =
  "Mozilla/5.0 (Linux; Android 13; CUBOT KINGKONG 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.7339.51 Mobile Safari/537.36";
export const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 401.0.0.31.76";
export const DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:156.0) Gecko/20100101 Firefox/156.0";
export const CRAWLER = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
export const CARD_FETCHER = "WhatsApp/2.24.8.78 A";
export const ADDRESS = "105.66.1.2";

let sequence = 0;
/** A slug nobody else in the file has: the isolate remembers. */
export const newSlug = () => `slug-${Date.now().toString(36)}-${(sequence++).toString(36)}`;

export function entry(more: Partial<LinkEntry> = {}): LinkEntry {
  return {
    id: "lnk_test",
    slug: newSlug(),
    number: 42,
    version: 1,
    target: "https://shop.example/djellaba",
    stopped: null,
    startsAt: null,
    endsAt: null,
    rules: {},
    params: {},
    locale: "fr",
    merchant: "Maison Fassia",
    title: "Djellaba brodée",
    description: "Faite à Fès",
    image: null,
    ...more,
  };
}

/** Puts the entry where the platform puts it. */
export async function publish(more: Partial<LinkEntry> = {}): Promise<LinkEntry> {
  const published = entry(more);
  await env.LINKS_KV.put(`link:${published.slug}`, JSON.stringify(published));
  return published;
}

export interface Answered {
  readonly response: Response;
  readonly text: string;
  readonly messages: ClicksMessage[];
}

interface VisitOptions {
  readonly agent?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bindings?: Partial<LinksEnv>;
}

/** One hit of the Worker, with what it put on its queue once the work after the answer was done. */
export async function visit(
  path: string,
  { agent = DESKTOP, method = "GET", headers = {}, bindings = {} }: VisitOptions = {},
): Promise<Answered> {
  const messages: ClicksMessage[] = [];
  const queue = new Proxy(env.CLICKS_QUEUE, {
    get: () => async (message: ClicksMessage) => void messages.push(message),
  });
  const executionCtx = createExecutionContext();
  const request = new Request<unknown, IncomingRequestCfProperties>(`https://s.example${path}`, {
    method,
    headers: { "User-Agent": agent, "CF-Connecting-IP": ADDRESS, ...headers },
  });
  const response = await worker.fetch(request, { ...env, CLICKS_QUEUE: queue, ...bindings }, executionCtx);
  const text = await response.text();
  await waitOnExecutionContext(executionCtx);
  return { response, text, messages };
}

export const tokenOf = (response: Response) =>
  new URL(response.headers.get("Location") ?? "").searchParams.get("sys_click");
