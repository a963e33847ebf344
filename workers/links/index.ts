import { type ClickKeys, importClickKeys, mintClickToken, nonceOf } from "../core/click-token.ts";
import type { LinkEntry } from "../core/link-entry.ts";
import { captureClick } from "./capture-click.ts";
import { classifyVisitor, deviceOf, sourceOf, type Visitor } from "./classify-visitor.ts";
import type { LinksEnv } from "./env.ts";
import { noticePage } from "./page.ts";
import { previewPage } from "./preview-page.ts";
import { reportFailure } from "./report-failure.ts";
import { lookUpLink, rememberedLink } from "./resolve-link.ts";
import { destinationOf, forwardedParameters, targetOf } from "./target-url.ts";
import { pageLocaleOf } from "./text/texts.ts";

const SLUG = /^[a-z0-9-]{2,64}$/;
const NONCE_BYTES = 6;

export default {
  async fetch(request, env, executionCtx): Promise<Response> {
    try {
      return await answer(request, env, executionCtx);
    } catch (failure) {
      executionCtx.waitUntil(reportFailure(env, failure, Date.now()));
      return noticePage("failed", pageLocaleOf(request.headers.get("Accept-Language")), env.APP_URL, request.method);
    }
  },
} satisfies ExportedHandler<LinksEnv>;

async function answer(request: Request, env: LinksEnv, executionCtx: ExecutionContext): Promise<Response> {
  const { method, url, headers } = request;
  if (method !== "GET" && method !== "HEAD")
    return new Response(null, { status: 405, headers: { Allow: "GET, HEAD" } });
  const { path, search } = splitUrl(url);
  const fixed = fixedAnswer(path, env);
  if (fixed) return fixed;
  const slug = path.toLowerCase();
  const nowMs = Date.now();
  const waitUntil = (work: Promise<unknown>) => executionCtx.waitUntil(work);
  const remembered = SLUG.test(slug) ? rememberedLink(slug, nowMs) : null;
  const entry = remembered === undefined ? await lookUpLink(env, slug, nowMs, waitUntil) : remembered;
  const stop = entry === null ? "unknown" : stopOf(entry, nowMs);
  if (entry === null || stop)
    return noticePage(stop ?? "unknown", pageLocaleOf(headers.get("Accept-Language")), env.APP_URL, method);
  return redirect({ request, env, waitUntil, entry, search, nowMs, visitor: classifyVisitor(method, headers) });
}

// The path is cut by hand: parsing a URL costs more than all the rest of a redirect from memory.
function splitUrl(url: string): { path: string; search: string } {
  const start = url.indexOf("/", url.indexOf("://") + 3) + 1;
  const query = url.indexOf("?", start);
  const hash = url.indexOf("#", start);
  const end = hash === -1 ? url.length : hash;
  return query === -1 || query > end
    ? { path: url.slice(start, end), search: "" }
    : { path: url.slice(start, query), search: url.slice(query, end) };
}

function fixedAnswer(path: string, env: LinksEnv): Response | undefined {
  if (path === "") return new Response(null, { status: 302, headers: { Location: env.APP_URL } });
  if (path === "robots.txt") return new Response("User-agent: *\nDisallow:\n");
  return path === "favicon.ico" ? new Response(null, { status: 204 }) : undefined;
}

function stopOf(entry: LinkEntry, nowMs: number): "ended" | "soon" | undefined {
  if (entry.stopped !== null || (entry.endsAt !== null && nowMs > entry.endsAt)) return "ended";
  return entry.startsAt !== null && nowMs < entry.startsAt ? "soon" : undefined;
}

interface Hit {
  readonly request: Request;
  readonly env: LinksEnv;
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly entry: LinkEntry;
  readonly search: string;
  readonly nowMs: number;
  readonly visitor: Visitor;
}

async function redirect(hit: Hit): Promise<Response> {
  const { request, env, entry, visitor } = hit;
  const agent = request.headers.get("User-Agent") ?? "";
  const device = deviceOf(agent);
  const target = targetOf(entry, device);
  if (target === null)
    return noticePage("ended", pageLocaleOf(request.headers.get("Accept-Language")), env.APP_URL, request.method);
  const random = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const forwarded = forwardedParameters(hit.search);
  const isHuman = visitor.class === "human";
  const token = isHuman ? await mintClickToken(await clickKeysOf(env), entry.number, hit.nowMs, random) : null;
  capture(hit, { agent, device, nonce: nonceOf(random), forwarded });
  if (visitor.class === "preview") return previewPage(entry, `${env.LINKS_URL}/${entry.slug}`, request.method);
  const location = destinationOf(entry, target, forwarded, token);
  return new Response(null, {
    status: 302,
    headers: {
      Location: location,
      "Cache-Control": "private, no-store",
      "Referrer-Policy": "strict-origin-when-cross-origin",
    },
  });
}

interface Captured {
  readonly agent: string;
  readonly device: string;
  readonly nonce: number;
  readonly forwarded: Readonly<Record<string, string>> | null;
}

function capture(
  { request, env, waitUntil, entry, nowMs, visitor }: Hit,
  { agent, device, nonce, forwarded }: Captured,
): void {
  const params = forwarded === null ? null : JSON.stringify(forwarded);
  captureClick(
    env,
    {
      linkNumber: entry.number,
      clickedAt: nowMs,
      nonce,
      class: visitor.class,
      reason: visitor.reason,
      address: request.headers.get("CF-Connecting-IP") ?? "",
      agent,
      device,
      source: sourceOf(agent),
      country: textOf(request.cf?.country, 2),
      city: textOf(request.cf?.city, 80),
      referrer: referrerHost(request.headers.get("Referer")),
      params: params !== null && params.length <= 600 ? params : null,
    },
    waitUntil,
  );
}

function textOf(value: unknown, max: number): string | null {
  return typeof value === "string" && value !== "" ? value.slice(0, max) : null;
}

function referrerHost(referrer: string | null): string | null {
  const host = referrer === null ? undefined : /^https?:\/\/(?:[^/?#@]*@)?([a-z0-9.-]{1,120})/i.exec(referrer)?.[1];
  return host?.toLowerCase() ?? null;
}

let clickKeys: Promise<ClickKeys> | undefined;

function clickKeysOf(env: LinksEnv): Promise<ClickKeys> {
  clickKeys ??= importClickKeys(env.CLICK_KEYS);
  return clickKeys;
}
